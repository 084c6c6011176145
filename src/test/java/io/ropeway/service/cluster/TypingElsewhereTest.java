package io.ropeway.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.broadcast.BusMessage;
import io.ropeway.broadcast.Event;
import io.ropeway.room.TestRooms;
import io.ropeway.room.TypingRegistry;
import io.ropeway.session.ManualTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypingElsewhereTest {

  private final TypingRegistry typing = TestRooms.typing(new ManualTime().wheel());
  private final TypingElsewhere elsewhere = new TypingElsewhere();

  @BeforeEach
  void wire() {
    elsewhere.typing = typing;
  }

  @Test
  void whoTypesOnAnotherNodeIsKnownUntilTheyStop() {
    hear(TypingElsewhere.ON, "ada");
    hear(TypingElsewhere.ON, "bob");
    assertThat(typing.typing("room")).containsExactlyInAnyOrder("ada", "bob");

    hear(TypingElsewhere.OFF, "ada");
    assertThat(typing.typing("room")).containsExactly("bob");
  }

  @Test
  void whatElsePassesSaysNothingOfTyping() {
    hear(TypingElsewhere.ON, "ada");

    hear("member.left", "ada");
    hear(TypingElsewhere.ON, null);

    assertThat(typing.typing("room")).containsExactly("ada");
  }

  private void hear(String name, @Nullable String author) {
    elsewhere.hear(
        new BusMessage.Passing(new Event(List.of("room"), name, "{}").about(null, author)));
  }
}
