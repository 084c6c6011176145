package io.ropeway.service.support.view;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationFilter;
import io.ropeway.persistence.support.ConversationFilter.Assigned;
import io.ropeway.persistence.support.ConversationFilter.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a client asks for, in its own words; null where it says nothing. Words that
 * nobody knows count as nothing said.
 *
 * @param assigneeType {@code me}, {@code unassigned}, {@code assigned} or {@code all}
 * @param status {@code all} for every one; open ones if nothing is said
 * @param page from 1 on
 * @param updatedWithin those that have changed within so many seconds, all of them
 * @param text what stands in a message or is the contact's name
 * @param conditions what else must be so
 */
public record ConversationQuery(
    @Nullable String assigneeType,
    @Nullable String status,
    @Nullable Long page,
    @Nullable String sortBy,
    @Nullable Long inboxId,
    @Nullable Long teamId,
    List<String> labels,
    @Nullable String conversationType,
    @Nullable Long updatedWithin,
    @Nullable String text,
    @Nullable String sourceId,
    List<FilterCondition> conditions) {

  /** Those of any state that fit some conditions. */
  public static ConversationQuery filtered(List<FilterCondition> conditions, @Nullable Long page) {
    return new ConversationQuery(
        null, "all", page, null, null, null, List.of(), null, null, null, null, conditions);
  }

  /** The first conversation of the page. */
  int first(int pageSize) {
    Long wanted = page;
    return wanted == null || wanted < 2 ? 0 : (int) Math.min(wanted - 1, 100_000) * pageSize;
  }

  ConversationFilter filter(long accountId, long viewerId, boolean everything, Instant now) {
    Long within = updatedWithin;
    return new ConversationFilter(
        accountId,
        viewerId,
        everything,
        assigned(),
        state(),
        inboxId,
        teamId,
        labels,
        within == null ? null : now.minusSeconds(Math.max(0, Math.min(within, 1_000_000_000L))),
        conversationType,
        sourceId,
        text,
        conditions.stream().map(condition -> condition.at(now)).toList(),
        order());
  }

  private Assigned assigned() {
    return switch (String.valueOf(assigneeType)) {
      case "me" -> Assigned.ME;
      case "unassigned" -> Assigned.UNASSIGNED;
      case "assigned" -> Assigned.ASSIGNED;
      default -> Assigned.ALL;
    };
  }

  private @Nullable String state() {
    return switch (String.valueOf(status)) {
      case "all" -> null;
      case "resolved" -> Conversation.RESOLVED;
      case "pending" -> Conversation.PENDING;
      case "snoozed" -> Conversation.SNOOZED;
      default -> Conversation.OPEN;
    };
  }

  private Order order() {
    return switch (String.valueOf(sortBy)) {
      case "last_activity_at_asc" -> Order.LAST_ACTIVITY_ASC;
      case "created_at_desc", "sort_on_created_at" -> Order.CREATED_DESC;
      case "created_at_asc" -> Order.CREATED_ASC;
      case "priority_desc", "sort_on_priority" -> Order.PRIORITY_DESC;
      case "priority_asc" -> Order.PRIORITY_ASC;
      case "waiting_since_asc", "sort_on_waiting_since" -> Order.WAITING_SINCE_ASC;
      case "waiting_since_desc" -> Order.WAITING_SINCE_DESC;
      default -> Order.LAST_ACTIVITY_DESC;
    };
  }
}
