package io.ropeway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the records, their defaults and their documentation against each other. */
class SettingsTableTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(ropeway\\.[^`]+)` \\| (none|`[^`]*`) \\| [^|]+ \\|$", Pattern.MULTILINE);

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

  @Test
  void theReadmeHasARowForEverySettingWithItsDefault() throws IOException {
    Map<String, String> documented =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    Map<String, String> expected = new HashMap<>();
    TestSettings.defaults()
        .forEach((name, value) -> expected.put(name, value.isEmpty() ? "none" : "`" + value + "`"));
    assertThat(documented).isEqualTo(expected);
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
