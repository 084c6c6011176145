package io.ropeway.channel;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a channel class declares, read once at start. */
final class ChannelDefinition {

  private final Class<? extends Channel> type;
  private final ChannelName name;
  private final Map<String, HandlerMethod> actions = new HashMap<>();
  private final Map<HandlerMethod, Duration> timers = new LinkedHashMap<>();

  /**
   * Reads a class.
   *
   * @throws IllegalArgumentException with a sentence for its author if a declaration is wrong
   */
  ChannelDefinition(Class<? extends Channel> type) {
    this.type = type;
    this.name = type.getAnnotation(ChannelName.class);
    if (name.value().isBlank()) {
      throw new IllegalArgumentException(type.getName() + " has no channel name");
    }
    Set<String> overridden = new HashSet<>();
    for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
      for (Method method : level.getDeclaredMethods()) {
        if (isWritten(method) && overridden.add(signature(method))) {
          read(method);
        }
      }
    }
  }

  /** Neither abstract nor one of the bridges that the compiler adds, annotations included. */
  private static boolean isWritten(Method method) {
    return !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers());
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  private void read(Method method) {
    Action action = method.getAnnotation(Action.class);
    if (action != null) {
      String actionName = action.value().isEmpty() ? method.getName() : action.value();
      if (actions.put(actionName, HandlerMethod.ofAction(method)) != null) {
        throw new IllegalArgumentException(
            type.getName() + " has two actions of the name " + actionName);
      }
    }
    Every every = method.getAnnotation(Every.class);
    if (every != null) {
      timers.put(HandlerMethod.ofTimer(method), period(method, every.value()));
    }
  }

  private static Duration period(Method method, String text) {
    try {
      Duration period = Duration.parse(text);
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException(method + " needs a period longer than none");
      }
      return period;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(method + " needs a period such as PT1S, not " + text, e);
    }
  }

  Class<? extends Channel> type() {
    return type;
  }

  String name() {
    return name.value();
  }

  Access access() {
    return name.access();
  }

  List<String> durable() {
    return List.of(name.durable());
  }

  /** Names of events that are not told twice to a client that cannot say what it has got. */
  Set<String> once() {
    return Set.of(name.once());
  }

  @Nullable HandlerMethod action(String action) {
    return actions.get(action);
  }

  Map<HandlerMethod, Duration> timers() {
    return timers;
  }
}
