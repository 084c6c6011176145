package io.ropeway.persistence.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts the statements prepared on it. */
final class CountingConnection {

  private CountingConnection() {}

  static Connection of(Connection connection, AtomicInteger count) {
    return (Connection)
        Proxy.newProxyInstance(
            CountingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                count.incrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
