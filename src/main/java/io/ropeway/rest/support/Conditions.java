package io.ropeway.rest.support;

import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.FilterCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on conversations as clients send them. */
final class Conditions {

  private Conditions() {}

  /** The conversations that fit them. */
  static ConversationQuery read(List<Fields> payload, @Nullable Long page) {
    return ConversationQuery.filtered(payload.stream().map(Conditions::condition).toList(), page);
  }

  private static FilterCondition condition(Fields condition) {
    return new FilterCondition(
        condition.requiredText("attribute_key"),
        condition.text("filter_operator").orElse("equal_to"),
        condition.texts("values"),
        condition.text("query_operator").orElse("and").equalsIgnoreCase("or"));
  }
}
