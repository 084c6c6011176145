package io.ropeway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  @Settings("sample")
  record Sample(
      int frameBytes,
      Duration waitTime,
      boolean on,
      String word,
      List<String> names,
      Optional<String> key) {

    Sample {
      if (frameBytes < 0) {
        throw new IllegalArgumentException("frame bytes must not be negative");
      }
    }
  }

  @Settings("")
  record Top(boolean demo) {}

  private final Map<String, String> values =
      new HashMap<>(
          Map.of(
              "ropeway.sample.frame-bytes", "12",
              "ropeway.sample.wait-time", "PT3S",
              "ropeway.sample.on", "true",
              "ropeway.sample.word", "auto",
              "ropeway.sample.names", "a,b",
              "ropeway.sample.key", "secret"));

  @Test
  void derivesTheNameFromGroupAndComponent() {
    assertThat(
            SettingsReader.nameOf(
                LimitSettings.class, LimitSettings.class.getRecordComponents()[0]))
        .isEqualTo("ropeway.limits.frame-bytes");
  }

  @Test
  void namesASettingWithoutGroupDirectly() {
    assertThat(SettingsReader.nameOf(Top.class, Top.class.getRecordComponents()[0]))
        .isEqualTo("ropeway.demo");
  }

  @Test
  void convertsEveryComponent() {
    assertThat(read())
        .isEqualTo(
            new Sample(
                12, Duration.ofSeconds(3), true, "auto", List.of("a", "b"), Optional.of("secret")));
  }

  @Test
  void readsAnEmptyListAndAnEmptyOptionalFromEmptyValues() {
    values.put("ropeway.sample.names", "");
    values.put("ropeway.sample.key", "");

    assertThat(read().names()).isEmpty();
    assertThat(read().key()).isEmpty();
  }

  @Test
  void namesTheSettingThatIsMissing() {
    values.remove("ropeway.sample.wait-time");

    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Set ropeway.sample.wait-time");
  }

  @Test
  void namesTheSettingWhoseValueIsNone() {
    values.put("ropeway.sample.frame-bytes", "many");

    assertThatThrownBy(this::read).hasMessageContaining("Set ropeway.sample.frame-bytes");
  }

  @Test
  void passesOnWhyTheRecordRefusesItsValues() {
    values.put("ropeway.sample.frame-bytes", "-1");

    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("frame bytes must not be negative");
  }

  private Sample read() {
    return new SettingsReader(new PropertiesConfig(values)).read(Sample.class);
  }
}
