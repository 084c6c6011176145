package io.ropeway.it.support;

import static io.ropeway.it.support.Policy.ANYBODY;
import static io.ropeway.it.support.Policy.OWN_THREAD;
import static io.ropeway.it.support.Policy.SESSION;

import java.util.List;

/** Who may call what contacts do, who are known by the names of the inbox and of their session. */
final class ContactOperations {

  private static final String INBOX = "/public/api/v1/inboxes/{inbox}";

  static final List<Operation> ALL =
      List.of(
          Operation.of("GET " + INBOX, ANYBODY),
          Operation.of("POST " + INBOX + "/contacts", ANYBODY),
          Operation.of("GET ^", SESSION),
          Operation.of("PATCH ^", SESSION, "{\"name\":\"Bob\"}"),
          Operation.of("GET ^/conversations", SESSION),
          Operation.of("POST ^/conversations", SESSION),
          Operation.of("GET ^/conversations/{id}", OWN_THREAD),
          Operation.of("GET ^/conversations/{id}/messages", OWN_THREAD),
          Operation.of("POST ^/conversations/{id}/messages", OWN_THREAD, "{\"content\":\"Hi\"}"),
          Operation.of(
              "PATCH ^/conversations/{id}/messages/{message}",
              OWN_THREAD,
              "{\"submitted_values\":{}}"),
          Operation.of("POST ^/conversations/{id}/toggle_status", OWN_THREAD),
          Operation.of("POST ^/conversations/{id}/toggle_typing", OWN_THREAD),
          Operation.of("POST ^/conversations/{id}/update_last_seen", OWN_THREAD),
          Operation.of("GET /api/v1/files/{key}/{name}", ANYBODY));

  private ContactOperations() {}
}
