package io.ropeway.it.cable;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import jakarta.json.JsonNumber;
import org.junit.jupiter.api.Test;

class PingAndWelcomeIT extends CableTest {

  @Test
  void sendsPingsWithATimestampThatGrows() {
    CableClient client = cables.at("/cable").showingPings().open();
    JsonNumber first = client.expect("ping").getJsonNumber("message");
    JsonNumber second = client.expect("ping").getJsonNumber("message");
    assertThat(first.isIntegral()).isTrue();
    assertThat(first.longValue()).isPositive();
    assertThat(second.longValue()).isGreaterThan(first.longValue());
  }

  @Test
  void sendsTheWelcomeFirst() {
    CableClient client = cables.at("/cable").showingWelcome().open();
    client.expect("welcome");
    client.silent();
  }

  @Test
  void servesTheOtherPathAsWell() {
    cables.at("/websocket").showingWelcome().open().expect("welcome");
  }
}
