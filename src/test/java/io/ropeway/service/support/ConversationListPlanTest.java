package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.session.Identity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.context.internal.ThreadLocalSessionContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How an account of a hundred thousand conversations lists them, on PostgreSQL. What a list takes
 * is judged by the plans that are carried out, by the quickest of some, since a machine that runs
 * tests does other things too; the benchmark tells what the whole takes over HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationListPlanTest {

  private static final int CONVERSATIONS = 100_000;
  private static final int TIMES = 5;
  private static final double MILLIS = 50;
  private static final Set<String> LARGE = Set.of("conversation", "support_message");

  private DeskFixture desk;
  private Identity admin;
  private Identity ann;

  @BeforeAll
  void fill() {
    desk = new DeskFixture(TestDatabase.Product.POSTGRESQL);
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    ann = desk.agent("ann");
    desk.contact("zoe");
    desk.database.execute(
        """
        insert into conversation (account_id, display_id, uuid, inbox_id, contact_id,
          contact_inbox_id, status, assignee_id, last_message_id, last_said_message_id,
          last_public_message_id, last_activity_at, created_at, updated_at)
        select i.account_id, n, gen_random_uuid(), i.id, x.contact_id, x.id,
          case when n %% 20 = 0 then 'open' else 'resolved' end,
          case when n %% 3 = 0 then %d end, n, n, n,
          now() - n * interval '1 second', now(), now()
        from inbox i, contact_inbox x, generate_series(1, %d) n
        where i.id = %d
        """
            .formatted(DeskFixture.id(ann), CONVERSATIONS, desk.inbox.id()));
    desk.database.execute(
        """
        insert into support_message (id, conversation_id, message_type, content, created_at,
          updated_at, sender_contact_id)
        select c.last_message_id, c.id, 0, 'What about my order ' || c.id, now(), now(),
          c.contact_id
        from conversation c
        """);
    desk.database.execute("vacuum analyze");
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root, all", "root, me", "root, unassigned", "ann, all", "ann, me"})
  void listsAPageOfOpenConversationsByIndexAndSoon(String whoAndWhose) {
    String[] words = whoAndWhose.split(", ");
    Identity who = words[0].equals("root") ? admin : ann;
    ConversationQuery query =
        new ConversationQuery(
            words[1], "open", null, null, null, null, List.of(), null, null, null, null, List.of());
    assertThat(list(who, query).getJsonArray("payload"))
        .hasSize(words[1].equals("me") && who == admin ? 0 : 25);

    List<JsonObject> plans = plans(who, query);
    assertThat(plans).hasSizeGreaterThanOrEqualTo(2);
    assertThat(plans.stream().flatMap(plan -> scanned(plan.getJsonObject("Plan")))).isEmpty();
    assertThat(quickest(who, query)).as("milliseconds").isLessThan(MILLIS);
  }

  /** What the database takes for it, undisturbed. */
  private double quickest(Identity who, ConversationQuery query) {
    return IntStream.range(0, TIMES)
        .mapToDouble(
            i ->
                plans(who, query).stream()
                    .mapToDouble(
                        plan ->
                            plan.getJsonNumber("Execution Time").bigDecimalValue().doubleValue())
                    .sum())
        .min()
        .orElseThrow();
  }

  private JsonObject list(Identity who, ConversationQuery query) {
    return desk.in(() -> desk.get(ConversationViews.class).list(who, desk.account.id(), query))
        .getJsonObject("data");
  }

  /** The plans, as PostgreSQL carries them out, of all that a list asks of the two large tables. */
  private List<JsonObject> plans(Identity who, ConversationQuery query) {
    List<String> statements = new ArrayList<>();
    try (Session session =
        desk.database
            .sessions()
            .withOptions()
            .statementInspector(
                sql -> {
                  statements.add(sql);
                  return sql;
                })
            .openSession()) {
      ThreadLocalSessionContext.bind(session);
      list(who, query);
    } finally {
      ThreadLocalSessionContext.unbind(desk.database.sessions());
    }
    return statements.stream()
        .filter(sql -> sql.contains("from conversation ") || sql.contains("from support_message "))
        .map(sql -> plan(sql, DeskFixture.id(who)))
        .toList();
  }

  private JsonObject plan(String sql, long viewer) {
    try (Connection connection = desk.database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("explain (analyze, format json) " + filled(sql, viewer))) {
      row.next();
      try (JsonReader reader = Json.createReader(new StringReader(row.getString(1)))) {
        return reader.readArray().getJsonObject(0);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the values that a list has, each known by what stands before it. */
  private String filled(String sql, long viewer) {
    StringBuilder filled = new StringBuilder();
    for (String part : (sql + " ").split("(?<=\\?)|(?=\\?)")) {
      filled.append(part.equals("?") ? value(filled, viewer) : part);
    }
    return filled.toString();
  }

  private String value(CharSequence before, long viewer) {
    String text = before.toString();
    if (text.endsWith("status=")) {
      return "'open'";
    }
    if (text.endsWith("user_id=") || text.endsWith("assignee_id=")) {
      return Long.toString(viewer);
    }
    if (text.endsWith("offset ")) {
      return "0";
    }
    return text.endsWith("first ") ? "25" : Long.toString(desk.account.id());
  }

  /** The large tables that a plan reads from one end to the other. */
  private static Stream<String> scanned(JsonObject node) {
    boolean scans =
        node.getString("Node Type").equals("Seq Scan")
            && LARGE.contains(node.getString("Relation Name"));
    return Stream.concat(
        scans ? Stream.of(node.getString("Relation Name")) : Stream.empty(),
        node.getOrDefault("Plans", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
            .flatMap(child -> scanned(child.asJsonObject())));
  }
}
