package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.service.support.view.ConversationQuery;
import io.ropeway.service.support.view.ConversationViews;
import io.ropeway.service.support.view.MessageViews;
import io.ropeway.session.Identity;
import java.util.List;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a desk asks of its database does not grow with its people, nor with what is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskStatementsTest {

  private static final int MANY = 60;

  /** Who is there is read once a second. */
  private static final int SOMETIMES = 1;

  private DeskFixture desk;
  private Identity admin;
  private Statistics statistics;

  @BeforeAll
  void open() {
    desk = new DeskFixture(TestDatabase.Product.H2);
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    desk.agent("ann");
    statistics = desk.database.sessions().getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @Test
  void aMessageCostsTheSameHoweverManyAgentsHearIt() {
    ContactAddress zoe = desk.contact("zoe");
    long conversation = desk.conversation(zoe);
    desk.say(zoe, conversation, "first");
    long before = statements(() -> desk.say(zoe, conversation, "to a few"));
    for (int i = 0; i < MANY; i++) {
      desk.agent("agent");
    }

    assertThat(statements(() -> desk.say(zoe, conversation, "to many")))
        .isLessThanOrEqualTo(before + SOMETIMES);
    assertThat(before).as("statements of a message").isBetween(5L, 30L);
  }

  @Test
  void aPageOfConversationsCostsWhatOneDoes() {
    said(1);
    long one = statements(this::page);
    said(24);

    assertThat(statements(this::page)).isLessThanOrEqualTo(one + SOMETIMES);
    assertThat(one).isBetween(4L, 15L);
  }

  @Test
  void aPageOfMessagesCostsWhatOneDoes() {
    ContactAddress zoe = desk.contact("zoe");
    long conversation = desk.conversation(zoe);
    desk.say(zoe, conversation, "one");
    long one = statements(() -> messages(conversation));
    for (int i = 0; i < 19; i++) {
      desk.say(zoe, conversation, "more " + i);
    }

    assertThat(statements(() -> messages(conversation))).isLessThanOrEqualTo(one + SOMETIMES);
  }

  private void said(int conversations) {
    for (int i = 0; i < conversations; i++) {
      ContactAddress who = desk.contact("one of them");
      desk.say(who, desk.conversation(who), "hello " + i);
    }
  }

  private void page() {
    ConversationQuery all = ConversationQuery.filtered(List.of(), null);
    desk.in(() -> desk.get(ConversationViews.class).list(admin, desk.account.id(), all));
  }

  private void messages(long conversation) {
    desk.in(
        () ->
            desk.get(MessageViews.class)
                .page(admin, desk.account.id(), conversation, null, null, false));
  }

  private long statements(Runnable work) {
    statistics.clear();
    work.run();
    return statistics.getPrepareStatementCount();
  }
}
