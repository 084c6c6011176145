package io.ropeway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "room:*, room:1, true",
    "room:*, room:, true",
    "room:*, rooms, false",
    "*, anything, true",
    "*:log, a:log, true",
    "*:log, a:logs, false",
    "a*a, a, false",
    "a*a, aa, true",
    "a*b*c, a1b2c, true",
    "a*b*c, acb, false",
    "a*bc*c, abc, false",
    "a.b, a.b, true",
    "a.b, axb, false",
  })
  void matchesAnyRunOfCharactersForAStar(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }
}
