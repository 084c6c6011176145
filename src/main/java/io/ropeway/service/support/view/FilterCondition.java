package io.ropeway.service.support.view;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationCondition;
import io.ropeway.persistence.support.ConversationCondition.Attribute;
import io.ropeway.persistence.support.ConversationCondition.Test;
import io.ropeway.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/**
 * One condition of a filter in the words of clients. Days are those of UTC.
 *
 * @param attribute such as {@code status} or {@code assignee_id}
 * @param operator such as {@code equal_to}
 * @param orNext whether the next condition is joined by "or" rather than "and"
 */
public record FilterCondition(
    String attribute, String operator, List<String> values, boolean orNext) {

  private static final List<String> STATES =
      List.of(Conversation.OPEN, Conversation.RESOLVED, Conversation.PENDING, Conversation.SNOOZED);

  public FilterCondition {
    values = values.stream().filter(value -> !value.isBlank()).toList();
  }

  /**
   * The condition as a query knows it.
   *
   * @throws Refusal INVALID for an attribute or operator that is not offered, or a value that is
   *     none of the attribute's
   */
  ConversationCondition at(Instant now) {
    return switch (attribute) {
      case "status" -> set(Attribute.STATUS, value -> value, values.contains("all"));
      case "priority" -> set(Attribute.PRIORITY, value -> value, false);
      case "labels" -> set(Attribute.LABELS, value -> value, false);
      case "inbox_id" -> set(Attribute.INBOX, this::number, false);
      case "team_id" -> set(Attribute.TEAM, this::number, false);
      case "assignee_id" -> set(Attribute.ASSIGNEE, this::number, false);
      case "display_id" -> number();
      case "created_at" -> time(Attribute.CREATED_AT, now);
      case "last_activity_at" -> time(Attribute.LAST_ACTIVITY_AT, now);
      default -> throw Refusal.invalid("Conversations cannot be chosen by " + attribute + ".");
    };
  }

  private ConversationCondition set(
      Attribute on, Function<String, Object> read, boolean everyState) {
    List<?> wanted = everyState ? STATES : values.stream().map(read).toList();
    return switch (operator) {
      case "equal_to" -> compared(on, Test.ANY_OF, wanted);
      case "not_equal_to" -> compared(on, Test.NONE_OF, wanted);
      case "is_present" -> new ConversationCondition(on, Test.PRESENT, List.of(), orNext);
      case "is_not_present" -> new ConversationCondition(on, Test.ABSENT, List.of(), orNext);
      default -> throw notOffered();
    };
  }

  private ConversationCondition number() {
    return switch (operator) {
      case "contains" -> compared(Attribute.DISPLAY_ID, Test.CONTAINS, digits());
      case "does_not_contain" -> compared(Attribute.DISPLAY_ID, Test.CONTAINS_NOT, digits());
      default -> set(Attribute.DISPLAY_ID, this::number, false);
    };
  }

  private List<String> digits() {
    values.forEach(this::number);
    return values;
  }

  private ConversationCondition time(Attribute on, Instant now) {
    return switch (operator) {
      case "is_greater_than" -> compared(on, Test.FROM, days(1));
      case "is_less_than" -> compared(on, Test.BEFORE, days(0));
      case "days_before" ->
          compared(
              on,
              Test.BEFORE,
              values.stream()
                  .map(this::number)
                  .map(days -> now.minus(Duration.ofDays(Math.min(days, 100_000))))
                  .toList());
      default -> throw notOffered();
    };
  }

  private List<Instant> days(int later) {
    return values.stream().map(value -> day(value).plus(Duration.ofDays(later))).toList();
  }

  private Instant day(String value) {
    try {
      return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal(Refusal.Reason.INVALID, attribute + " is compared with a day.");
    }
  }

  private Long number(String value) {
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw new Refusal(Refusal.Reason.INVALID, attribute + " is compared with whole numbers.");
    }
  }

  private ConversationCondition compared(Attribute on, Test test, List<?> wanted) {
    if (wanted.isEmpty()) {
      throw Refusal.invalid("There is nothing to compare " + attribute + " with.");
    }
    return new ConversationCondition(on, test, wanted, orNext);
  }

  private Refusal notOffered() {
    return Refusal.invalid(attribute + " cannot be compared by " + operator + ".");
  }
}
