package io.ropeway.persistence.support;

import java.util.List;
import java.util.Map;

/**
 * One thing that is asked of conversations.
 *
 * @param values what the attribute is compared with, of its Java type; none for {@link
 *     Test#PRESENT} and {@link Test#ABSENT}
 * @param orNext whether the condition after this one is an alternative to all before it
 */
public record ConversationCondition(
    Attribute attribute, Test test, List<?> values, boolean orNext) {

  /** What is looked at. */
  public enum Attribute {
    STATUS("c.status"),
    PRIORITY("c.priority"),
    INBOX("c.inbox.id"),
    TEAM("c.team.id"),
    ASSIGNEE("c.assignee.id"),
    DISPLAY_ID("c.displayId"),
    CREATED_AT("c.createdAt"),
    LAST_ACTIVITY_AT("c.lastActivityAt"),
    LABELS("l.title");

    private final String path;

    Attribute(String path) {
      this.path = path;
    }
  }

  /** What must be so. */
  public enum Test {
    /** It is one of the values. */
    ANY_OF,
    /** It is none of the values, or nothing at all. */
    NONE_OF,
    PRESENT,
    ABSENT,
    /** It is the first value, or more. */
    FROM,
    /** It is less than the first value. */
    BEFORE,
    /** The first value stands in it. */
    CONTAINS,
    /** The first value does not stand in it. */
    CONTAINS_NOT
  }

  public ConversationCondition {
    values = List.copyOf(values);
  }

  /** All conditions as one of a query on conversations {@code c}, whose values it adds. */
  static String text(List<ConversationCondition> conditions, Map<String, Object> values) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < conditions.size(); i++) {
      ConversationCondition condition = conditions.get(i);
      text.append(condition.text("condition" + i, values));
      if (i + 1 < conditions.size()) {
        text.append(condition.orNext ? " or " : " and ");
      }
    }
    return text.append(')').toString();
  }

  private String text(String name, Map<String, Object> all) {
    return attribute == Attribute.LABELS ? ofLabels(name, all) : of(attribute.path, name, all);
  }

  private String of(String path, String name, Map<String, Object> all) {
    return switch (test) {
      case ANY_OF -> path + " in " + bind(name, values, all);
      case NONE_OF ->
          "(" + path + " is null or " + path + " not in " + bind(name, values, all) + ")";
      case PRESENT -> path + " is not null";
      case ABSENT -> path + " is null";
      case FROM -> path + " >= " + bind(name, values.get(0), all);
      case BEFORE -> path + " < " + bind(name, values.get(0), all);
      case CONTAINS -> digits(path) + " like " + part(name, all);
      case CONTAINS_NOT -> digits(path) + " not like " + part(name, all);
    };
  }

  private String ofLabels(String name, Map<String, Object> all) {
    String some = "exists (select 1 from ConversationLabel l where l.conversationId = c.id";
    return switch (test) {
      case ANY_OF -> some + " and l.title in " + bind(name, values, all) + ")";
      case NONE_OF -> "not " + some + " and l.title in " + bind(name, values, all) + ")";
      case PRESENT -> some + ")";
      case ABSENT -> "not " + some + ")";
      default -> throw new IllegalArgumentException("Labels are not compared by " + test);
    };
  }

  private static String digits(String path) {
    return "cast(" + path + " as string)";
  }

  private String part(String name, Map<String, Object> all) {
    return "concat('%', " + bind(name, values.get(0), all) + ", '%')";
  }

  private static String bind(String name, Object value, Map<String, Object> all) {
    all.put(name, value);
    return ":" + name;
  }
}
