package io.ropeway.channel;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
    for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
      for (Method method : level.getDeclaredMethods()) {
        read(method);
      }
    }
  }

  private void read(Method method) {
    Action action = method.getAnnotation(Action.class);
    if (action != null) {
      String actionName = action.value().isEmpty() ? method.getName() : action.value();
      actions.putIfAbsent(actionName, HandlerMethod.ofAction(method));
    }
    Every every = method.getAnnotation(Every.class);
    if (every != null) {
      timers.put(HandlerMethod.ofTimer(method), Duration.parse(every.value()));
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

  @Nullable HandlerMethod action(String action) {
    return actions.get(action);
  }

  Map<HandlerMethod, Duration> timers() {
    return timers;
  }
}
