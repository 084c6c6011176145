package io.ropeway.it.support;

import static io.ropeway.it.support.Policy.ACCOUNT;
import static io.ropeway.it.support.Policy.ANYBODY;
import static io.ropeway.it.support.Policy.LISTENER;
import static io.ropeway.it.support.Policy.NOWHERE;
import static io.ropeway.it.support.Policy.OTHER_SECRET;
import static io.ropeway.it.support.Policy.OWNER;
import static io.ropeway.it.support.Policy.SELF;
import static io.ropeway.it.support.Policy.SERVER;

import io.ropeway.it.client.Frames;
import java.util.List;
import java.util.UUID;

/** Who may call what is no account's: signing in, profiles, chat rooms, the server. */
final class OtherOperations {

  private static final String ROOM = "/api/rooms/{slug}";

  static final List<Operation> ALL =
      List.of(
          Operation.of("GET /api", ANYBODY),
          Operation.of("POST /auth/sign_in", OTHER_SECRET, office -> signIn("email")),
          Operation.of("GET /auth/validate_token", SELF),
          Operation.of("DELETE /auth/sign_out", SELF),
          Operation.of("GET /api/v1/profile", SELF),
          Operation.of("PUT /api/v1/profile", SELF, "{\"profile\":{\"display_name\":\"Me\"}}"),
          Operation.of("POST /api/v1/profile/reset_access_token", SELF),
          Operation.of(
              "POST /api/v1/profile/auto_offline",
              ACCOUNT,
              office -> profile(office, "auto_offline", true)),
          Operation.of(
              "POST /api/v1/profile/availability",
              ACCOUNT,
              office -> profile(office, "availability", "online")),
          Operation.of(
              "PUT /api/v1/profile/set_active_account",
              ACCOUNT,
              office -> profile(office, "x", "")),
          Operation.of("POST /api/v1/notification_subscriptions", SELF),
          Operation.of("DELETE /api/v1/notification_subscriptions", SELF),
          Operation.of("POST /api/tokens", OTHER_SECRET, office -> signIn("login")),
          Operation.of("GET /api/tokens", SELF),
          Operation.of("DELETE /api/tokens/current", SELF),
          Operation.of("DELETE /api/tokens/{id}", OWNER),
          Operation.of("GET /api/me", SELF),
          Operation.of("GET /api/demo-users", NOWHERE),
          Operation.of("GET /api/audit", SERVER),
          Operation.of("GET /api/nodes", SERVER),
          Operation.of("DELETE /api/users/{id}", SERVER),
          Operation.of("GET /api/presence/{stream}/users", OTHER_SECRET),
          Operation.of("GET /api/streams/{stream}/events", LISTENER),
          Operation.of("GET /api/rooms", SELF),
          Operation.of("POST /api/rooms", SELF, office -> room()),
          Operation.of("GET " + ROOM, OWNER),
          Operation.of("PUT " + ROOM + "/read", OWNER, OtherOperations::readUpTo),
          Operation.of("GET " + ROOM + "/members", OWNER),
          Operation.of("PUT " + ROOM + "/members/{userId}", OWNER),
          Operation.of("DELETE " + ROOM + "/members/{userId}", OWNER),
          Operation.of("GET " + ROOM + "/messages", OWNER),
          Operation.of("POST " + ROOM + "/messages", OWNER, "{\"text\":\"Hi\"}"),
          Operation.of("PATCH " + ROOM + "/messages/{id}", OWNER, "{\"text\":\"Hello\"}"),
          Operation.of("DELETE " + ROOM + "/messages/{id}", OWNER));

  private OtherOperations() {}

  /** With a password that is nobody's. */
  private static String signIn(String name) {
    return Frames.object(name, UUID.randomUUID() + "@example.com", "password", "wrong").toString();
  }

  private static String profile(Office office, String name, Object value) {
    return Frames.object("profile", Frames.object("account_id", office.world.account, name, value))
        .toString();
  }

  private static String room() {
    return Frames.object(
            "slug", "room-" + UUID.randomUUID(), "name", "Room", "visibility", "members")
        .toString();
  }

  private static String readUpTo(Office office) {
    return "{\"messageId\":" + office.roomMessage + "}";
  }
}
