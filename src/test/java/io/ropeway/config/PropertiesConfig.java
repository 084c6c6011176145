package io.ropeway.config;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A configuration of a map's entries, with the conversions that settings need. As in MicroProfile
 * Config an empty value counts as none.
 */
final class PropertiesConfig implements Config {

  private static final Map<Class<?>, Function<String, Object>> CONVERTERS =
      Map.of(
          String.class, text -> text,
          int.class, Integer::valueOf,
          Integer.class, Integer::valueOf,
          long.class, Long::valueOf,
          boolean.class, Boolean::valueOf,
          Duration.class, Duration::parse);

  private final Map<String, String> values;

  PropertiesConfig(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public <T> T getValue(String name, Class<T> type) {
    return getOptionalValue(name, type)
        .orElseThrow(() -> new NoSuchElementException("No value for " + name));
  }

  @Override
  @SuppressWarnings("unchecked") // each converter stands under the type that it makes
  public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
    String text = values.getOrDefault(name, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        type.isArray() ? (T) array(text, type.getComponentType()) : (T) convert(text, type));
  }

  private static Object array(String text, Class<?> type) {
    String[] items = text.split(",");
    Object array = Array.newInstance(type, items.length);
    for (int i = 0; i < items.length; i++) {
      Array.set(array, i, convert(items[i], type));
    }
    return array;
  }

  private static Object convert(String text, Class<?> type) {
    try {
      return CONVERTERS.get(type).apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("cannot convert " + text, e);
    }
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    return List.of();
  }

  @Override
  public ConfigValue getConfigValue(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> Optional<Converter<T>> getConverter(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }
}
