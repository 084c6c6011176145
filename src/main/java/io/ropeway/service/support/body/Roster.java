package io.ropeway.service.support.body;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who of an account is there.
 *
 * @param users by their ids: {@code online}, {@code busy} or {@code offline}, as each has chosen;
 *     who is not there is left out
 * @param contacts the ids of the contacts that are there
 */
public record Roster(Map<Long, String> users, Set<Long> contacts) {

  /** Nobody. */
  public static final Roster NOBODY = new Roster(Map.of(), Set.of());

  public Roster {
    users = Map.copyOf(users);
    contacts = Set.copyOf(contacts);
  }

  /** What others see of a user. */
  public String user(long id) {
    return users.getOrDefault(id, "offline");
  }

  /** What users see of a contact. */
  public String contact(long id) {
    return contacts.contains(id) ? "online" : "offline";
  }

  /** The data of {@code presence.update} for users. */
  public JsonObject forUsers(long accountId) {
    Body present = new Body();
    new TreeSet<>(contacts).forEach(id -> present.with(String.valueOf(id), "online"));
    return new Body(forContacts(accountId)).with("contacts", present.build()).build();
  }

  /** The same for contacts, who are not told of each other. */
  public JsonObject forContacts(long accountId) {
    Body present = new Body();
    new TreeMap<>(users).forEach((id, status) -> present.with(String.valueOf(id), status));
    return new Body().with("account_id", accountId).with("users", present.build()).build();
  }
}
