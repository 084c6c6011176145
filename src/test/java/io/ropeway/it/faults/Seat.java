package io.ropeway.it.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;

/**
 * Where one client sits.
 *
 * @param number its number in the crowd, also its part of each message's clientMessageId
 * @param kind how it speaks
 * @param address of the server, or of what stands before it
 * @param home the node that it is nearest to, counted from 0
 * @param room the slug of its room
 * @param token its own credential
 */
record Seat(int number, Kind kind, URI address, int home, String room, String token) {

  /** The address of the cable, with who it is. */
  URI cable() {
    return URI.create(
        "ws://%s:%d/cable?token=%s&client=%d"
            .formatted(address.getHost(), address.getPort(), token, number));
  }

  /** As the programs of Node read it. */
  JsonObject json() {
    return Json.createObjectBuilder()
        .add("number", number)
        .add("kind", kind.name())
        .add("url", cable().toString())
        .add("room", room)
        .build();
  }

  @Override
  public String toString() {
    return kind + " client " + number + " at node " + home;
  }
}
