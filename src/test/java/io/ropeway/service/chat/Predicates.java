package io.ropeway.service.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;

/** Assertions on predicates. */
final class Predicates {

  private Predicates() {}

  @SafeVarargs
  static <T> void assertMatchesOnly(Predicate<T> predicate, T match, T... others) {
    assertThat(predicate).accepts(match);
    assertThat(predicate).rejects(others);
  }
}
