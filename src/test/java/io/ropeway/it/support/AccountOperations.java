package io.ropeway.it.support;

import static io.ropeway.it.support.Policy.ACCOUNT;
import static io.ropeway.it.support.Policy.ADMINISTRATORS;
import static io.ropeway.it.support.Policy.INBOX;
import static io.ropeway.it.support.Policy.OWNER;

import io.ropeway.it.client.Frames;
import java.util.List;
import java.util.UUID;

/** Who may call what concerns an account: its people, lists, contacts and notices. */
final class AccountOperations {

  private static final String NAME = "{\"name\":\"Cy\"}";

  static final List<Operation> ALL =
      List.of(
          Operation.of("GET ~/{list}", ACCOUNT),
          Operation.of("GET ~/cache_keys", ACCOUNT),
          Operation.of("GET ~/agents", ACCOUNT),
          Operation.of("GET ~/assignable_agents", ACCOUNT),
          Operation.of("POST ~/agents", ADMINISTRATORS, office -> agent()),
          Operation.of("PATCH ~/agents/{id}", ADMINISTRATORS, "{\"role\":\"administrator\"}"),
          Operation.of("DELETE ~/agents/{id}", ADMINISTRATORS),
          Operation.of("GET ~/teams", ACCOUNT),
          Operation.of("POST ~/teams", ADMINISTRATORS, NAME),
          Operation.of("DELETE ~/teams/{id}", ADMINISTRATORS),
          Operation.of("GET ~/teams/{id}/team_members", ACCOUNT),
          Operation.of("PATCH ~/teams/{id}/team_members", ADMINISTRATORS, "{\"user_ids\":[]}"),
          Operation.of("GET ~/labels", ACCOUNT),
          Operation.of("POST ~/labels", ADMINISTRATORS, "{\"title\":\"new\"}"),
          Operation.of("DELETE ~/labels/{id}", ADMINISTRATORS),
          Operation.of("GET ~/inboxes", ACCOUNT),
          Operation.of("POST ~/inboxes", ADMINISTRATORS, NAME),
          Operation.of("GET ~/inboxes/{id}", INBOX),
          Operation.of("PATCH ~/inboxes/{id}", ADMINISTRATORS, NAME),
          Operation.of("GET ~/inbox_members/{id}", INBOX),
          Operation.of("POST ~/inbox_members", ADMINISTRATORS, AccountOperations::members),
          Operation.of("PATCH ~/inbox_members", ADMINISTRATORS, AccountOperations::members),
          Operation.of("GET ~/contacts", ACCOUNT),
          Operation.of("GET ~/contacts/search", ACCOUNT),
          Operation.of("POST ~/contacts", ACCOUNT, NAME),
          Operation.of("GET ~/contacts/{id}", ACCOUNT),
          Operation.of("PUT ~/contacts/{id}", ACCOUNT, NAME),
          Operation.of("PATCH ~/contacts/{id}", ACCOUNT, NAME),
          Operation.of("GET ~/contacts/{id}/conversations", ACCOUNT),
          Operation.of("GET ~/contacts/{id}/labels", ACCOUNT),
          Operation.of("POST ~/contacts/{id}/labels", ACCOUNT, "{\"labels\":[\"vip\"]}"),
          Operation.of("POST ~/actions/contact_merge", ACCOUNT, AccountOperations::merge),
          Operation.of("GET ~/notification_settings", ACCOUNT),
          Operation.of("PUT ~/notification_settings", ACCOUNT),
          Operation.of("PATCH ~/notification_settings", ACCOUNT),
          Operation.of("GET ~/notifications", ACCOUNT),
          Operation.of("GET ~/notifications/unread_count", ACCOUNT),
          Operation.of("POST ~/notifications/read_all", ACCOUNT),
          Operation.of("PATCH ~/notifications/{id}", OWNER),
          Operation.of("DELETE ~/notifications/{id}", OWNER),
          Operation.of("POST ~/notifications/{id}/snooze", OWNER),
          Operation.of("POST ~/notifications/{id}/unread", OWNER));

  private AccountOperations() {}

  private static String agent() {
    String email = UUID.randomUUID() + "@example.com";
    return Frames.object("email", email, "name", "Cy", "password", "a long password").toString();
  }

  private static String members(Office office) {
    return "{\"inbox_id\":" + office.world.inbox + ",\"user_ids\":[]}";
  }

  private static String merge(Office office) {
    return Frames.object(
            "base_contact_id", office.newContact(), "mergee_contact_id", office.newContact())
        .toString();
  }
}
