package io.ropeway.it.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.cable.TightServer;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.People;
import io.ropeway.it.client.People.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends by itself in a chat room, on a server where it ends soon. */
class TypingIT {

  @RegisterExtension final CableClients cables = new CableClients(TightServer::address);

  private final People people = new People(TightServer::address);

  @Test
  void aTypingMarkThatIsNotRenewedEndsByItself() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient typist = room.enter(ada);
    CableClient witness = room.enter(people.signIn("dan"));
    typist.perform(room.identifier, "typing", "typing", true);
    room.event(witness, "typing.on");
    assertThat(room.event(witness, "typing.off").getJsonObject("user").getInt("id"))
        .isEqualTo(ada.id());
  }

  @Test
  void somebodyWhoseConnectionBrokeLeavesAfterTheGrace() {
    Person ada = people.signIn("ada");
    ChatRoom room = ChatRoom.madeBy(ada, "public", cables);
    CableClient witness = room.enter(ada);
    CableClient other = room.enter(people.signIn("dan"));
    assertThat(room.event(witness, "member.joined").getJsonObject("user").getString("name"))
        .isEqualTo("Dan");
    other.vanish();
    assertThat(room.event(witness, "member.left").getBoolean("online")).isFalse();
  }
}
