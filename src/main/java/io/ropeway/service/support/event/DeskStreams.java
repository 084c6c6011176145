package io.ropeway.service.support.event;

import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * The streams of the desk. Those that begin with {@code desk.} are durable; what nobody needs to
 * know later passes through the same streams without a trace, so that one right governs both.
 */
public final class DeskStreams {

  /** Fits all durable streams of the desk. */
  public static final String DURABLE = "desk.*";

  private static final String PRESENCE = "desk:";
  private static final String LIVE = "live.conversation:";

  private DeskStreams() {}

  /** What happens in an inbox, for its members. */
  public static String inbox(long inboxId) {
    return "desk.inbox:" + inboxId;
  }

  /** What happens in a team's conversations, for its members. */
  public static String team(long teamId) {
    return "desk.team:" + teamId;
  }

  /** What happens in all conversations of an account, for its administrators. */
  public static String admins(long accountId) {
    return "desk.admins:" + accountId;
  }

  /** What concerns everybody of an account. */
  public static String account(long accountId) {
    return "desk.account:" + accountId;
  }

  /** What concerns one user in one account. */
  public static String user(long accountId, long userId) {
    return "desk.user:" + accountId + ":" + userId;
  }

  /** What a contact sees by one of its contact inboxes. */
  public static String contact(long contactInboxId) {
    return "desk.contact:" + contactInboxId;
  }

  /** What a contact sees by each contact inbox for which a back end has proved who it is. */
  public static String verified(long contactId) {
    return "desk.verified:" + contactId;
  }

  /** Who types in a conversation, for those who look at it; not durable. */
  public static String conversation(long conversationId) {
    return LIVE + conversationId;
  }

  /** Whether a stream is such a one. */
  static boolean isConversation(String stream) {
    return stream.startsWith(LIVE);
  }

  /** Who of an account is there, for those who ask for nothing else; not durable. */
  public static String presence(long accountId) {
    return "live.presence:" + accountId;
  }

  /** Where the people of an account are present. */
  public static String place(long accountId) {
    return PRESENCE + accountId;
  }

  /** Whether a place of presence is an account's. */
  public static boolean isPlace(String room) {
    return room.startsWith(PRESENCE);
  }

  /** The account of such a place. */
  public static long accountOf(String place) {
    return Long.parseLong(place.substring(PRESENCE.length()));
  }

  /** The account's side of a conversation; its inbox comes first and gives the order. */
  static List<String> staff(Conversation conversation) {
    List<String> streams = new ArrayList<>(3);
    streams.add(inbox(conversation.inbox().id()));
    Team team = conversation.team();
    if (team != null) {
      streams.add(team(team.id()));
    }
    streams.add(admins(conversation.account().id()));
    return streams;
  }

  /** The contact's side of a conversation. */
  static List<String> contact(Conversation conversation) {
    ContactInbox contactInbox = conversation.contactInbox();
    return contactInbox.hmacVerified()
        ? List.of(contact(contactInbox.id()), verified(conversation.contact().id()))
        : List.of(contact(contactInbox.id()));
  }
}
