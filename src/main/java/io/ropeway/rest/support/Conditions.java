package io.ropeway.rest.support;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.view.ConversationQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on conversations as clients send them. What is offered: state, inbox, team and labels,
 * each equal to something, all of them together.
 */
final class Conditions {

  private String status = "all";
  private @Nullable Long inboxId;
  private @Nullable Long teamId;
  private final List<String> labels = new ArrayList<>();

  private Conditions() {}

  /**
   * The conversations that fit all of these.
   *
   * @throws Refusal INVALID for a condition that is not offered
   */
  static ConversationQuery read(List<Fields> payload, @Nullable Long page) {
    Conditions conditions = new Conditions();
    payload.forEach(conditions::add);
    return new ConversationQuery(
        null,
        conditions.status,
        page,
        null,
        conditions.inboxId,
        conditions.teamId,
        conditions.labels,
        null,
        null,
        null,
        null);
  }

  private void add(Fields condition) {
    boolean isOffered =
        condition.text("filter_operator").orElse("equal_to").equals("equal_to")
            && !condition.text("query_operator").orElse("and").equalsIgnoreCase("or");
    List<String> values = condition.texts("values");
    String attribute = condition.requiredText("attribute_key");
    if (!isOffered || values.isEmpty()) {
      throw Refusal.invalid("This condition on " + attribute + " is not offered.");
    }
    switch (attribute) {
      case "status" -> status = values.get(0);
      case "inbox_id" -> inboxId = Queries.number(values.get(0));
      case "team_id" -> teamId = Queries.number(values.get(0));
      case "labels" -> labels.addAll(values);
      default -> throw Refusal.invalid("Conversations cannot be chosen by " + attribute + ".");
    }
  }
}
