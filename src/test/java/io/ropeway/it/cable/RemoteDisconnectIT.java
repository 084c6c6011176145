package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;

import io.ropeway.it.client.CableClient;
import org.junit.jupiter.api.Test;

class RemoteDisconnectIT extends CableTest {

  @Test
  void closesAConnectionByItsIdentifier() {
    CableClient client = connect("26");
    backend.disconnect(object("uid", "26"), true);
    client.disconnected("remote", true).closed(1000);
  }

  @Test
  void tellsTheClientToStayAway() {
    CableClient client = connect("27");
    backend.disconnect(object("uid", "27"), false);
    client.disconnected("remote", false).closed(1000);
  }

  @Test
  void closesAllConnectionsOfAnIdentityAndNoOther() {
    CableClient first = connect("28");
    CableClient second = connect("28");
    CableClient third = connect("28");
    CableClient other = connect("2");
    CableClient anonymous = cables.open();
    backend.disconnect(object("uid", "28"), true);
    first.disconnected("remote", true).closed(1000);
    second.disconnected("remote", true).closed(1000);
    third.disconnected("remote", true).closed(1000);
    other.silent();
    anonymous.silent();
  }

  @Test
  void needsAllIdentifiersOfAConnection() {
    CableClient client = connect("29");
    backend.disconnect(object("uid", "29", "more", "1"), true);
    backend.disconnect(object("user", "29"), true);
    client.silent();
  }

  private CableClient connect(String uid) {
    CableClient client = cables.at("/cable?test=uid&uid=" + uid).showingWelcome().open();
    client.expect("welcome");
    return client;
  }
}
