package io.ropeway.persistence;

import io.ropeway.persistence.account.AccessToken;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.audit.AuditEntry;
import io.ropeway.persistence.chat.Message;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.support.AccountCounter;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Attachment;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.ContactInbox;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationLabel;
import io.ropeway.persistence.support.ConversationParticipant;
import io.ropeway.persistence.support.FilePart;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.Label;
import io.ropeway.persistence.support.Mention;
import io.ropeway.persistence.support.NotificationSetting;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import io.ropeway.persistence.support.Team;
import io.ropeway.persistence.support.TeamMember;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.context.internal.ThreadLocalSessionContext;

/**
 * An empty database with the tables that the migration makes, and Hibernate on it without a
 * container.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** The products that tests run on. */
  public enum Product {
    H2,
    POSTGRESQL
  }

  private final DataSource dataSource;
  private final AutoCloseable server;
  private final SessionFactory sessions;

  private TestDatabase(DataSource dataSource, AutoCloseable server) {
    this.dataSource = dataSource;
    this.server = server;
    try (Connection connection = dataSource.getConnection()) {
      SchemaMigration.update(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    sessions =
        new Configuration()
            .addAnnotatedClass(Account.class)
            .addAnnotatedClass(AppUser.class)
            .addAnnotatedClass(AccessToken.class)
            .addAnnotatedClass(Room.class)
            .addAnnotatedClass(RoomMember.class)
            .addAnnotatedClass(Message.class)
            .addAnnotatedClass(AuditEntry.class)
            .addAnnotatedClass(AccountCounter.class)
            .addAnnotatedClass(AccountUser.class)
            .addAnnotatedClass(Attachment.class)
            .addAnnotatedClass(Contact.class)
            .addAnnotatedClass(ContactInbox.class)
            .addAnnotatedClass(Conversation.class)
            .addAnnotatedClass(ConversationLabel.class)
            .addAnnotatedClass(ConversationParticipant.class)
            .addAnnotatedClass(FilePart.class)
            .addAnnotatedClass(Inbox.class)
            .addAnnotatedClass(InboxMember.class)
            .addAnnotatedClass(Label.class)
            .addAnnotatedClass(Mention.class)
            .addAnnotatedClass(NotificationSetting.class)
            .addAnnotatedClass(SupportMessage.class)
            .addAnnotatedClass(SupportNotification.class)
            .addAnnotatedClass(Team.class)
            .addAnnotatedClass(TeamMember.class)
            .setProperty("hibernate.hbm2ddl.auto", "none")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("jakarta.persistence.validation.mode", "none")
            .setProperty(
                "hibernate.current_session_context_class",
                ThreadLocalSessionContext.class.getName())
            .buildSessionFactory(
                new org.hibernate.boot.registry.StandardServiceRegistryBuilder()
                    .applySetting("hibernate.connection.datasource", dataSource)
                    .applySetting(
                        "hibernate.current_session_context_class",
                        ThreadLocalSessionContext.class.getName())
                    .build());
  }

  public static TestDatabase open(Product product) {
    return product == Product.H2 ? h2() : postgresql();
  }

  private static TestDatabase h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
    return new TestDatabase(source, () -> {});
  }

  private static TestDatabase postgresql() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start();
      return new TestDatabase(postgres.getPostgresDatabase(), postgres);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SessionFactory sessions() {
    return sessions;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** What gives native SQL its connections. */
  public Database bean() {
    Database bean = new Database();
    bean.factory = sessions;
    bean.entities = entities();
    return bean;
  }

  /** The session of the calling thread's transaction, as the container would hand it out. */
  public EntityManager entities() {
    return (EntityManager)
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(sessions.getCurrentSession(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Runs work in a transaction of this thread's session. */
  public <T> T inTransaction(Supplier<T> work) {
    Session session = sessions.getCurrentSession();
    session.beginTransaction();
    try {
      T result = work.get();
      session.getTransaction().commit();
      return result;
    } catch (RuntimeException e) {
      session.getTransaction().rollback();
      throw e;
    }
  }

  /** Runs a statement by itself. */
  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where in all tables a text stands, as {@code table.column}. */
  public List<String> placesOf(String text) {
    try (Connection connection = dataSource.getConnection()) {
      return WholeDatabase.placesOf(connection, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    sessions.close();
    server.close();
  }
}
