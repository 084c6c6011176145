package io.ropeway.it.support;

import static io.ropeway.it.support.Policy.ACCOUNT;
import static io.ropeway.it.support.Policy.INBOX;
import static io.ropeway.it.support.Policy.THREAD;

import io.ropeway.it.client.Frames;
import java.util.List;

/** Who may call what agents do with conversations. */
final class ConversationOperations {

  static final List<Operation> ALL =
      List.of(
          Operation.of("GET ~/conversations", ACCOUNT),
          Operation.of("GET ~/conversations/meta", ACCOUNT),
          Operation.of("POST ~/conversations/filter", ACCOUNT, "{\"payload\":[]}"),
          Operation.of("POST ~/conversations", INBOX, ConversationOperations::beginning),
          Operation.of("POST ~/bulk_actions", ACCOUNT, ConversationOperations::bulk),
          Operation.of("GET ~/conversations/{id}", THREAD),
          Operation.of("POST ~/conversations/{id}/assignments", THREAD, "{\"assignee_id\":0}"),
          Operation.of("POST ~/conversations/{id}/custom_attributes", THREAD),
          Operation.of("GET ~/conversations/{id}/labels", THREAD),
          Operation.of("POST ~/conversations/{id}/labels", THREAD, "{\"labels\":[\"vip\"]}"),
          Operation.of("GET ~/conversations/{id}/messages", THREAD),
          Operation.of("POST ~/conversations/{id}/messages", THREAD, "{\"content\":\"Hi\"}"),
          Operation.of(
              "PATCH ~/conversations/{id}/messages/{message}",
              THREAD,
              "{\"status\":\"delivered\"}"),
          Operation.of("DELETE ~/conversations/{id}/messages/{message}", THREAD),
          Operation.of("POST ~/conversations/{id}/mute", THREAD),
          Operation.of("POST ~/conversations/{id}/unmute", THREAD),
          Operation.of("GET ~/conversations/{id}/participants", THREAD),
          Operation.of("PUT ~/conversations/{id}/participants", THREAD, "{\"user_ids\":[]}"),
          Operation.of("PATCH ~/conversations/{id}/participants", THREAD, "{\"user_ids\":[]}"),
          Operation.of(
              "POST ~/conversations/{id}/toggle_priority", THREAD, "{\"priority\":\"high\"}"),
          Operation.of("POST ~/conversations/{id}/toggle_status", THREAD),
          Operation.of(
              "POST ~/conversations/{id}/toggle_typing_status",
              THREAD,
              "{\"typing_status\":\"off\"}"),
          Operation.of("POST ~/conversations/{id}/unread", THREAD),
          Operation.of("POST ~/conversations/{id}/update_last_seen", THREAD));

  private ConversationOperations() {}

  private static String beginning(Office office) {
    return Frames.object("inbox_id", office.world.inbox, "contact_id", office.world.visitor.id())
        .toString();
  }

  /** What somebody may not open is passed over. */
  private static String bulk(Office office) {
    return "{\"type\":\"Conversation\",\"ids\":[" + office.conversation + "]}";
  }
}
