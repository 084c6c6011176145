package io.ropeway.service.support.event;

import io.ropeway.service.support.body.Body;
import jakarta.json.JsonObject;

/** The text of an event: its name and its data. */
final class Payload {

  private Payload() {}

  static String of(DeskEvent event, JsonObject data) {
    return of(event.wireName(), data);
  }

  /** The same for what only some channels tell, and for what is known by its name alone. */
  static String of(String event, JsonObject data) {
    return "{\"event\":\"" + event + "\",\"data\":" + data + "}";
  }

  /** What stays of an event whose text was erased, for which no client has a use. */
  static String erased(long accountId) {
    return of("message.erased", new Body().with("account_id", accountId).build());
  }
}
