package io.ropeway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the records and their defaults against each other. */
class SettingsTableTest {

  static Stream<Class<? extends Record>> groups() {
    return SettingsProducer.GROUPS.stream();
  }

  static Set<String> names() {
    return groups()
        .flatMap(
            group ->
                Arrays.stream(group.getRecordComponents())
                    .map(component -> SettingsReader.nameOf(group, component)))
        .collect(Collectors.toSet());
  }

  @Test
  void everySettingHasADefaultAndEveryDefaultASetting() {
    assertThat(TestSettings.defaults().keySet()).isEqualTo(names());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theDefaultsAreValid(Class<? extends Record> group) {
    assertThat(TestSettings.of(group)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyGroupCanBeInjected(Class<? extends Record> group) {
    assertThat(SettingsProducer.class.getDeclaredMethods())
        .anyMatch(method -> method.getReturnType() == group);
  }
}
