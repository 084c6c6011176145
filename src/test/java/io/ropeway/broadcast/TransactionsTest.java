package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {

  private final TestBroadcasting node = new TestBroadcasting();
  private final TestTransactions transactions = node.transactions;
  private final List<String> done = new ArrayList<>();

  @Test
  void doesThingsAtOnceOutsideOfATransaction() {
    later("a");

    assertThat(done).containsExactly("a");
  }

  @Test
  void doesThingsAfterTheCommitInOrder() {
    transactions.begin();
    later("a");
    later("b");
    assertThat(done).isEmpty();

    transactions.commit();

    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void doesNothingAfterARollback() {
    transactions.begin();
    later("a");

    transactions.rollBack();
    later("b");

    assertThat(done).containsExactly("b");
  }

  @Test
  void keepsTransactionsApart() {
    transactions.begin();
    later("a");
    transactions.rollBack();
    transactions.begin();
    later("b");
    transactions.commit();

    assertThat(done).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Status.STATUS_MARKED_ROLLBACK,
        Status.STATUS_ROLLING_BACK,
        Status.STATUS_ROLLEDBACK,
        Status.STATUS_UNKNOWN
      })
  void doesNothingInATransactionThatCannotCommitAnyMore(int status) {
    transactions.begin();
    transactions.become(status);
    later("a");

    transactions.rollBack();

    assertThat(done).isEmpty();
  }

  @Test
  void doesAfterTheCommitWhatComesWhileItIsUnderWay() {
    transactions.begin();
    later("a");
    transactions.become(Status.STATUS_PREPARING);
    later("b");

    transactions.commit();

    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void doesAtOnceWhatComesOfAnActionAfterTheCommit() {
    transactions.begin();
    node.luggage().afterCommit(() -> later("inner"));

    transactions.commit();

    assertThat(done).containsExactly("inner");
  }

  @Test
  void doesTheRestWhenOneThingFails() {
    transactions.begin();
    node.luggage()
        .afterCommit(
            () -> {
              throw new IllegalStateException("as asked");
            });
    later("b");

    transactions.commit();

    assertThat(done).containsExactly("b");
  }

  private void later(String name) {
    node.luggage().afterCommit(() -> done.add(name));
  }
}
