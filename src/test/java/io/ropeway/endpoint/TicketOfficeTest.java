package io.ropeway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.it.cable.Crosses;
import io.ropeway.session.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketOfficeTest {

  private final ManualTime time = new ManualTime();
  private final TicketOffice office = new TicketOffice();
  private final Upgrade upgrade =
      new Upgrade(
          null,
          1,
          connection -> {
            throw new IllegalStateException("never opened here");
          });

  @BeforeEach
  void furnish() {
    office.limits = TestSettings.of(LimitSettings.class, "ropeway.limits.handshake", "PT3S");
    office.timers = time.wheel();
  }

  @Test
  void aTicketIsGoodOnce() {
    String ticket = office.issue(upgrade);
    assertThat(office.redeem(ticket)).isSameAs(upgrade);
    assertThat(office.redeem(ticket)).isNull();
  }

  @Test
  void aTicketThatWasNeverIssuedIsWorthNothing() {
    assertThat(office.redeem("made up")).isNull();
  }

  @Test
  @Crosses("ropeway.limits.handshake")
  void aTicketEndsWithTheTimeThatAHandshakeMayTake() {
    String early = office.issue(upgrade);
    String late = office.issue(upgrade);
    time.pass(Duration.ofMillis(2900));
    assertThat(office.redeem(early)).isSameAs(upgrade);
    time.pass(Duration.ofMillis(200));
    assertThat(office.redeem(late)).isNull();
  }
}
