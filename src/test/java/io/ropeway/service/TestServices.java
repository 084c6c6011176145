package io.ropeway.service;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.Evictions;
import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.config.TestSettings;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.stream.DatabaseStreamLog;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.security.AdjustableClock;
import io.ropeway.session.TimerWheel;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Services on a test database, wired by their annotations as the container would, but without its
 * interceptors: a test puts the transaction around what it calls. What they publish is written
 * down.
 */
public final class TestServices {

  /** What was published, in order. */
  public final List<Event> published = new CopyOnWriteArrayList<>();

  /** The credentials whose connections were to be closed. */
  public final List<String> closedCredentials = new ArrayList<>();

  /** Who was to be thrown out of which stream. */
  public final Map<String, String> evicted = new HashMap<>();

  public final AdjustableClock clock = new AdjustableClock();

  private final Map<Class<?>, Object> beans = new HashMap<>();

  public TestServices(TestDatabase database) {
    beans.put(EntityManager.class, database.entities());
    beans.put(EntityManagerFactory.class, database.sessions());
    beans.put(TimerWheel.class, new TimerWheel(() -> 0));
    beans.put(Clock.class, clock);
    beans.put(
        DatabaseClock.class,
        new DatabaseClock() {
          @Override
          public Instant now() {
            return clock.instant();
          }
        });
    beans.put(StreamLog.class, get(DatabaseStreamLog.class));
    beans.put(PresenceRegistry.class, new PresenceRegistry());
    beans.put(
        Broadcaster.class,
        new Broadcaster() {
          @Override
          public void publish(Event event) {
            published.add(event);
          }

          @Override
          public boolean isLogged(Event event) {
            return false;
          }
        });
    beans.put(
        RemoteDisconnect.class,
        new RemoteDisconnect() {
          @Override
          public void ofCredential(String credentialId) {
            closedCredentials.add(credentialId);
          }
        });
    beans.put(
        Evictions.class,
        new Evictions() {
          @Override
          public void evict(String stream, String who) {
            evicted.put(stream, who);
          }
        });
  }

  /** The bean of a type. */
  public <T> T get(Class<T> type) {
    Object bean = beans.get(type);
    if (bean == null && type.isRecord()) {
      bean = TestSettings.of(type.asSubclass(Record.class));
    } else if (bean == null) {
      bean = make(type);
    }
    return type.cast(bean);
  }

  private Object make(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object bean = constructor.newInstance();
      beans.put(type, bean);
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)
            || field.isAnnotationPresent(PersistenceContext.class)
            || field.isAnnotationPresent(PersistenceUnit.class)) {
          field.setAccessible(true);
          field.set(bean, get(field.getType()));
        }
      }
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(PostConstruct.class)) {
          method.setAccessible(true);
          method.invoke(bean);
        }
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
