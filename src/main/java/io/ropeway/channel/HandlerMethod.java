package io.ropeway.channel;

import jakarta.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** An annotated method of a channel class, checked at start and called for clients. */
final class HandlerMethod {

  private final Method method;
  private final @Nullable Class<?> dataType;

  private HandlerMethod(Method method, @Nullable Class<?> dataType) {
    this.method = method;
    this.dataType = dataType;
  }

  /** A method that may take the subscription and one parameter of data. */
  static HandlerMethod ofAction(Method method) {
    Class<?> dataType = null;
    for (Class<?> type : method.getParameterTypes()) {
      if (type == Subscription.class) {
        continue;
      }
      if (dataType != null) {
        throw new IllegalArgumentException(method + " may take one parameter of data");
      }
      if (!type.isRecord() && type != JsonObject.class) {
        throw new IllegalArgumentException(method + " may take a record or a JsonObject");
      }
      dataType = type;
    }
    method.setAccessible(true);
    return new HandlerMethod(method, dataType);
  }

  /** A method that may take the subscription. */
  static HandlerMethod ofTimer(Method method) {
    HandlerMethod timer = ofAction(method);
    if (timer.dataType != null) {
      throw new IllegalArgumentException(method + " may take the subscription only");
    }
    return timer;
  }

  /**
   * Binds the data, calls the method, and transmits what it returns.
   *
   * @throws InvalidDataException if the data does not fit
   */
  void call(Channel channel, Subscription subscription, JsonObject data, Payloads payloads) {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = types[i] == Subscription.class ? subscription : payloads.bind(data, types[i]);
    }
    Object result = invoke(channel, arguments);
    if (result != null) {
      subscription.transmit(result);
    }
  }

  private @Nullable Object invoke(Channel channel, @Nullable Object[] arguments) {
    try {
      return method.invoke(channel, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }
}
