package io.ropeway.persistence.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations of an account somebody asks for. A null asks for all.
 *
 * @param viewerId whose conversations are <em>mine</em>
 * @param everything whether the viewer sees all, or only what is of their inboxes and teams
 * @param status null for every one
 * @param labels all of them must be on it
 * @param updatedSince those that have changed since then
 * @param text stands in some message, or is the contact's name
 * @param conditions what else must be so
 */
public record ConversationFilter(
    long accountId,
    long viewerId,
    boolean everything,
    Assigned assigned,
    @Nullable String status,
    @Nullable Long inboxId,
    @Nullable Long teamId,
    List<String> labels,
    @Nullable Instant updatedSince,
    @Nullable String conversationType,
    @Nullable String sourceId,
    @Nullable String text,
    List<ConversationCondition> conditions,
    Order order) {

  /** By assignee. */
  public enum Assigned {
    ME,
    UNASSIGNED,
    ASSIGNED,
    ALL
  }

  /** What comes first. */
  public enum Order {
    LAST_ACTIVITY_DESC("c.lastActivityAt desc, c.id desc"),
    LAST_ACTIVITY_ASC("c.lastActivityAt, c.id"),
    CREATED_DESC("c.createdAt desc, c.id desc"),
    CREATED_ASC("c.createdAt, c.id"),
    PRIORITY_DESC(Order.PRIORITY + " desc, c.lastActivityAt desc, c.id desc"),
    PRIORITY_ASC(Order.PRIORITY + ", c.lastActivityAt desc, c.id desc"),
    WAITING_SINCE_ASC("c.waitingSince nulls last, c.id"),
    WAITING_SINCE_DESC("c.waitingSince desc nulls last, c.id");

    private static final String PRIORITY =
        "case c.priority when 'urgent' then 4 when 'high' then 3 when 'medium' then 2"
            + " when 'low' then 1 else 0 end";

    private final String text;

    Order(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Everything of an account that is open, as one viewer sees it. */
  public static ConversationFilter open(long accountId, long viewerId, boolean everything) {
    return new ConversationFilter(
        accountId,
        viewerId,
        everything,
        Assigned.ALL,
        Conversation.OPEN,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        Order.LAST_ACTIVITY_DESC);
  }
}
