package io.ropeway.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Settings for tests: the product's own defaults, with some values changed. */
public final class TestSettings {

  static final String DEFAULTS = "/META-INF/microprofile-config.properties";

  private TestSettings() {}

  /**
   * A group of settings.
   *
   * @param changes full names and values in turn, such as {@code "ropeway.limits.streams", "2"}
   */
  public static <R extends Record> R of(Class<R> group, String... changes) {
    return new SettingsReader(config(changes)).read(group);
  }

  /** Tells of settings by name. */
  public static SettingLookup lookup(String... changes) {
    SettingLookup lookup = new SettingLookup();
    lookup.config = config(changes);
    return lookup;
  }

  private static PropertiesConfig config(String... changes) {
    Map<String, String> values = defaults();
    for (int i = 0; i < changes.length; i += 2) {
      if (values.put(changes[i], changes[i + 1]) == null) {
        throw new IllegalArgumentException("There is no setting " + changes[i]);
      }
    }
    return new PropertiesConfig(values);
  }

  /** Every default of the product's own settings by its name. */
  static Map<String, String> defaults() {
    Properties properties = new Properties();
    try (InputStream file = TestSettings.class.getResourceAsStream(DEFAULTS)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new HashMap<>();
    properties.forEach((name, value) -> values.put((String) name, (String) value));
    values.keySet().removeIf(name -> !name.startsWith("ropeway."));
    return values;
  }
}
