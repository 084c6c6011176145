package io.ropeway.service.support;

import static io.ropeway.service.TestServices.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.service.support.view.FilterCondition;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters on conversations as clients send them, on a database of the subclass's choice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConversationFilterContract {

  private DeskFixture desk;
  private Identity admin;
  private Identity ann;
  private long open;
  private long resolved;
  private long urgent;

  abstract TestDatabase.Product product();

  @BeforeAll
  void open() {
    desk = new DeskFixture(product());
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    ann = desk.agent("ann");
    open = desk.conversation(desk.contact("zoe"));
    resolved = desk.conversation(desk.contact("yan"));
    urgent = desk.conversation(desk.contact("xia"));
    ConversationChanges changes = desk.get(ConversationChanges.class);
    long account = desk.account.id();
    desk.run(() -> changes.status(admin, account, resolved, Conversation.RESOLVED, null));
    desk.run(() -> changes.priority(admin, account, urgent, "urgent"));
    desk.run(
        () ->
            desk.get(ConversationAssignments.class)
                .assign(admin, account, urgent, DeskFixture.id(ann)));
    desk.run(
        () ->
            desk.get(ConversationLabels.class)
                .replace(admin, account, open, List.of("vip", "billing")));
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "status, equal_to, resolved, resolved",
    "status, equal_to, open|resolved, open resolved urgent",
    "status, equal_to, all, open resolved urgent",
    "status, not_equal_to, resolved, open urgent",
    "priority, equal_to, urgent, urgent",
    "priority, not_equal_to, urgent, open resolved",
    "priority, is_present, '', urgent",
    "priority, is_not_present, '', open resolved",
    "assignee_id, is_present, '', urgent",
    "assignee_id, is_not_present, '', open resolved",
    "assignee_id, not_equal_to, 999999, open resolved urgent",
    "team_id, is_present, '', ''",
    "inbox_id, not_equal_to, 999999, open resolved urgent",
    "labels, equal_to, vip, open",
    "labels, equal_to, vip|else, open",
    "labels, not_equal_to, vip, resolved urgent",
    "labels, is_present, '', open",
    "labels, is_not_present, '', resolved urgent",
    "display_id, equal_to, 1, open",
    "display_id, contains, 2, resolved",
    "display_id, does_not_contain, 2, open urgent",
    "created_at, is_greater_than, 1999-12-31, open resolved urgent",
    "created_at, is_less_than, 1999-12-31, ''",
    "last_activity_at, is_less_than, 2999-01-01T10:00:00.000Z, open resolved urgent",
    "last_activity_at, days_before, 1, ''",
  })
  void aConditionChooses(String attribute, String operator, String values, String expected) {
    assertThat(found(condition(attribute, operator, values, false))).isEqualTo(expected);
  }

  @Test
  void conditionsAreJoinedAsSaid() {
    FilterCondition openOnes = condition("status", "equal_to", "open", false);
    FilterCondition labelled = condition("labels", "is_present", "", false);
    FilterCondition resolvedOr = condition("status", "equal_to", "resolved", true);

    assertThat(found(openOnes, labelled)).isEqualTo("open");
    assertThat(found(resolvedOr, labelled)).isEqualTo("open resolved");
  }

  @Test
  void theCountsAreOfWhatFits() {
    JsonObject meta =
        list(admin, condition("status", "equal_to", "open", false)).getJsonObject("meta");

    assertThat(meta.getInt("all_count")).isEqualTo(2);
    assertThat(meta.getInt("assigned_count")).isOne();
    assertThat(meta.getInt("unassigned_count")).isOne();
  }

  @Test
  void whatAnAgentMayNotSeeFitsNoCondition() {
    Identity elsewhere = desk.user("elsewhere", AccountUser.AGENT);

    assertThat(
            list(elsewhere, condition("status", "equal_to", "all", true)).getJsonArray("payload"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mood, equal_to, good",
    "status, is_greater_than, open",
    "status, equal_to, ''",
    "inbox_id, equal_to, website",
    "created_at, is_greater_than, yesterday",
    "created_at, equal_to, 2026-01-01",
    "labels, contains, v",
    "display_id, contains, x",
  })
  void whatMakesNoSenseIsRefused(String attribute, String operator, String values) {
    refused(Reason.INVALID, () -> list(admin, condition(attribute, operator, values, false)));
  }

  private String found(FilterCondition... conditions) {
    List<Integer> ids =
        list(admin, conditions).getJsonArray("payload").getValuesAs(JsonObject.class).stream()
            .map(one -> one.getInt("id"))
            .sorted()
            .toList();
    return ids.stream()
        .map(id -> id == open ? "open" : id == resolved ? "resolved" : "urgent")
        .reduce((first, second) -> first + " " + second)
        .orElse("");
  }

  private JsonObject list(Identity who, FilterCondition... conditions) {
    ConversationQuery query = ConversationQuery.filtered(List.of(conditions), null);
    return desk.in(() -> desk.get(ConversationViews.class).list(who, desk.account.id(), query))
        .getJsonObject("data");
  }

  private static FilterCondition condition(
      String attribute, String operator, String values, boolean orNext) {
    return new FilterCondition(attribute, operator, List.of(values.split("\\|")), orNext);
  }
}
