package io.ropeway.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Fills a settings record from MicroProfile Config; every component must have a value. */
final class SettingsReader {

  private final Config config;

  SettingsReader(Config config) {
    this.config = config;
  }

  /**
   * Reads one group.
   *
   * @throws IllegalStateException if a value is missing or out of its range; the message names the
   *     setting or the rule
   */
  <R extends Record> R read(Class<R> group) {
    RecordComponent[] components = group.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(component -> value(group, component)).toArray();
    try {
      return group.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Invalid settings in " + group.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read the settings of " + group.getSimpleName(), e);
    }
  }

  /** The full name of the setting that fills a component. */
  static String nameOf(Class<?> group, RecordComponent component) {
    String prefix = group.getAnnotation(Settings.class).value();
    String key = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return prefix.isEmpty() ? "ropeway." + key : "ropeway." + prefix + "." + key;
  }

  private Object value(Class<?> group, RecordComponent component) {
    String name = nameOf(group, component);
    if (component.getType() == List.class) {
      return config.getOptionalValues(name, elementType(component)).orElse(List.of());
    }
    if (component.getType() == Optional.class) {
      return config.getOptionalValue(name, elementType(component));
    }
    try {
      return config.getValue(name, component.getType());
    } catch (RuntimeException e) {
      throw new IllegalStateException("Set " + name + " to a valid value: " + e.getMessage(), e);
    }
  }

  private static Class<?> elementType(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
