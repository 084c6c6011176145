package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.support.Telling.Deeds;
import io.ropeway.service.support.event.DeskEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of the desk, and who of all people hears it, on two nodes. */
class DeskAudienceIT {

  @RegisterExtension final DeskStage desk = new DeskStage();

  @RegisterExtension final CableClients there = new CableClients(DeskNodes.shared().there::uri);

  static List<Telling> tellings() {
    return Tellings.ALL;
  }

  @Test
  void thereIsAnExpectationOfEveryEvent() {
    assertThat(Tellings.ALL.stream().map(Telling::event).distinct())
        .containsExactlyInAnyOrder(DeskEvent.values());
  }

  @ParameterizedTest
  @MethodSource("tellings")
  void isToldToThoseWhoMayHearItAndToNobodyElse(Telling telling) {
    CableClient nobody = there.open();
    String identifier = Frames.identifier("RoomChannel", "account_id", desk.world.account);
    nobody.send(Frames.subscribe(identifier)).rejected(identifier);
    Deeds deeds = new Deeds(desk, desk.contact.begin());
    deeds.giveToTeam(deeds.id());
    desk.forget();

    telling.deed().accept(deeds);

    String event = telling.event().wireName();
    telling.hearers().forEach(ear -> ear.of(desk).await(event, telling.which()));
    desk.listen();
    Set<Ear> heard =
        Arrays.stream(Ear.values())
            .filter(ear -> ear.of(desk).wasTold(event, telling.which()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ear.class)));
    assertThat(heard).isEqualTo(telling.hearers());
    assertThat(nobody.drain()).isEmpty();
  }
}
