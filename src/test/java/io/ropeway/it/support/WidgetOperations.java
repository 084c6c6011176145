package io.ropeway.it.support;

import static io.ropeway.it.support.Policy.ANYBODY;
import static io.ropeway.it.support.Policy.IN_VAIN;
import static io.ropeway.it.support.Policy.OWN_THREAD;
import static io.ropeway.it.support.Policy.SESSION;

import java.util.List;

/** Who may call what the widget of a website does; without a visitor's token nothing is there. */
final class WidgetOperations {

  private static final String WIDGET = "/api/v1/widget";
  private static final String CONVERSATIONS = WIDGET + "/conversations";

  static final List<Operation> ALL =
      List.of(
          Operation.of("POST " + WIDGET + "/config", ANYBODY),
          Operation.of("GET " + WIDGET + "/inbox_members", ANYBODY),
          Operation.of("GET " + WIDGET + "/campaigns", ANYBODY),
          Operation.of("POST " + WIDGET + "/events", ANYBODY),
          Operation.of("GET " + WIDGET + "/contact", SESSION),
          Operation.of("PATCH " + WIDGET + "/contact", SESSION, "{\"name\":\"Bob\"}"),
          Operation.of("PATCH " + WIDGET + "/contact/set_user", SESSION, "{\"name\":\"Bob\"}"),
          Operation.of("POST " + WIDGET + "/contact/destroy_custom_attributes", SESSION),
          Operation.of("GET " + CONVERSATIONS, SESSION),
          Operation.of("POST " + CONVERSATIONS, SESSION),
          Operation.of("GET " + CONVERSATIONS + "/toggle_status", SESSION),
          Operation.of("POST " + CONVERSATIONS + "/toggle_typing", SESSION),
          Operation.of("POST " + CONVERSATIONS + "/update_last_seen", SESSION),
          Operation.of("POST " + CONVERSATIONS + "/set_custom_attributes", SESSION),
          Operation.of("POST " + CONVERSATIONS + "/destroy_custom_attributes", SESSION),
          Operation.of("POST " + CONVERSATIONS + "/transcript", IN_VAIN),
          Operation.of("GET " + WIDGET + "/messages", SESSION),
          Operation.of(
              "POST " + WIDGET + "/messages", SESSION, "{\"message\":{\"content\":\"Hi\"}}"),
          Operation.of(
              "PATCH " + WIDGET + "/messages/{message}", OWN_THREAD, "{\"submitted_values\":{}}"));

  private WidgetOperations() {}
}
