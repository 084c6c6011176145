package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.rest.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BroadcastEndpointIT {

  @RegisterExtension final CableClients cables = new CableClients(() -> Servers.main().uri());

  private final Api anybody = Api.of(Servers.main().uri());
  private final Api program = anybody.with("Authorization", "Bearer demo");

  private Answer publish(String body) {
    return program.post("/_broadcast", body);
  }

  @Test
  void publishesForWhoHasTheKey() {
    publish("{\"stream\":\"s\",\"data\":\"{\\\"a\\\":1}\"}").is(201);
    publish("[{\"stream\":\"s\",\"data\":\"1\"},{\"stream\":\"t\",\"data\":\"text\"}]").is(201);
    program.send("POST", "/_broadcast", BodyPublishers.ofString("[]"), "text/plain").is(201);
  }

  @Test
  void refusesWhoHasNot() {
    String body = "{\"stream\":\"s\",\"data\":\"1\"}";
    anybody.post("/_broadcast", body).isProblem(401);
    anybody.with("Authorization", "Bearer demo2").post("/_broadcast", body).isProblem(401);
    anybody.with("Authorization", "Basic demo").post("/_broadcast", body).isProblem(401);
    anybody.post("/_broadcast?token=demo", body).isProblem(401);
    anybody.as("ada").post("/_broadcast", body).isProblem(401);
  }

  @Test
  void refusesWhatCannotBeRead() {
    publish("nonsense").isProblem(422);
    publish("{}").isProblem(422);
    publish("{\"command\":\"restart\",\"payload\":{}}").isProblem(422);
    publish("{\"stream\":\"s\",\"data\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")
        .isProblem(422);
    program
        .send("POST", "/_broadcast", BodyPublishers.ofByteArray(new byte[] {(byte) 0xff}), "")
        .isProblem(422);
  }

  @Test
  void refusesWhatIsTooLargeWhetherItSaysSoOrNot() {
    byte[] body = ("{\"stream\":\"s\",\"data\":\"" + "x".repeat(1 << 20) + "\"}").getBytes();
    program.send("POST", "/_broadcast", BodyPublishers.ofByteArray(body), "").isProblem(413);
    program
        .send(
            "POST",
            "/_broadcast",
            BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)),
            "")
        .isProblem(413);
  }

  @Test
  void knowsNoOtherMethod() {
    assertThat(program.get("/_broadcast").isProblem(405).header("Allow")).isEqualTo("POST");
    program.delete("/_broadcast").isProblem(405);
  }

  @Test
  void closesAllConnectionsOfAnIdentityAndNoOther() {
    String dan = anybody.signIn("dan").object().getString("token");
    String again = anybody.signIn("dan").object().getString("token");
    CableClient first = open(dan);
    CableClient second = open(dan);
    CableClient third = open(again);
    CableClient bob = open(anybody.signIn("bob").object().getString("token"));
    publish(
            "{\"command\":\"disconnect\",\"payload\":{\"identifier\":\"{\\\"user\\\":\\\"4\\\"}\","
                + "\"reconnect\":true}}")
        .is(201);
    for (CableClient client : new CableClient[] {first, second, third}) {
      client.disconnected("remote", true).closed(1000);
    }
    assertThat(bob.isOpen()).isTrue();
  }

  private CableClient open(String token) {
    return cables.at("/cable?token=" + token).open();
  }
}
