package io.ropeway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.Evictions;
import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.broadcast.StreamLog;
import io.ropeway.config.TestSettings;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.stream.DatabaseStreamLog;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.security.AdjustableClock;
import io.ropeway.session.Identity;
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
import java.util.Set;
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

  private final TestDatabase database;

  public TestServices(TestDatabase database) {
    this.database = database;
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

  /** Makes a user of an account, which is stored if it is new, in a transaction of its own. */
  public Identity user(Account account, String login, String role) {
    UserRepository users = get(UserRepository.class);
    AppUser user =
        database.inTransaction(
            () -> {
              if (account.id() == 0) {
                users.add(account);
              }
              AppUser made = new AppUser(account, login, "hash", login, role, clock.instant());
              users.add(made);
              return made;
            });
    String id = String.valueOf(user.id());
    return new Identity(
        Identity.Kind.USER, id, login, Set.of(role), Map.of("user", id), null, null);
  }

  /** Wants work to be refused for a reason. */
  public static void refused(Refusal.Reason reason, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
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
