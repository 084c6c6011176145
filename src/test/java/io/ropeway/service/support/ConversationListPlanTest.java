package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How an account of a hundred thousand conversations lists them, on PostgreSQL. What a list takes
 * is judged by the quickest of some, since a machine that runs tests does other things too; the
 * benchmark tells the rest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationListPlanTest {

  private static final int CONVERSATIONS = 100_000;
  private static final int TIMES = 40;
  private static final double MILLIS = 50;

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

    long[] took = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      list(who, query);
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);

    assertThat(sequentialScans(who, query)).isEmpty();
    assertThat(took[0] / 1e6).as("milliseconds, undisturbed").isLessThan(MILLIS);
  }

  private JsonObject list(Identity who, ConversationQuery query) {
    return desk.in(() -> desk.get(ConversationViews.class).list(who, desk.account.id(), query))
        .getJsonObject("data");
  }

  /** Tables of many rows that a list reads from one end to the other, as PostgreSQL counts it. */
  private List<String> sequentialScans(Identity who, ConversationQuery query) {
    return desk.in(
        () -> {
          desk.get(ConversationViews.class).list(who, desk.account.id(), query);
          Session session = desk.database.sessions().getCurrentSession();
          return session.doReturningWork(ConversationListPlanTest::scanned);
        });
  }

  private static List<String> scanned(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_stat_xact_user_tables where seq_scan > 0"
                    + " and relname in ('conversation', 'support_message')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
