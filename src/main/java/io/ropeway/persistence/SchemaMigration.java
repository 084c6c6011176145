package io.ropeway.persistence;

import io.ropeway.config.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * Brings the tables to this release before anything uses them, then lets Hibernate compare them
 * with the entities. A {@link MigrationTurn} lets one node of a cluster do it while the others
 * wait.
 *
 * <p>Hibernate's own start comes before any bean's, so the comparison is asked for here rather than
 * by {@code hibernate.hbm2ddl.auto}. Either failure ends the deployment.
 */
@ApplicationScoped
public class SchemaMigration {

  /** Where the build puts {@code liquibase/changelog} in the WAR. */
  static final String CHANGELOG = "db/changelog/db.changelog-master.xml";

  private static final Logger LOGGER = System.getLogger(SchemaMigration.class.getName());

  @PersistenceUnit EntityManagerFactory factory;

  void start(
      @Observes @Priority(StartOrder.SCHEMA) @Initialized(ApplicationScoped.class) Object event) {
    SessionFactory sessions = factory.unwrap(SessionFactory.class);
    try (Session session = sessions.openSession()) {
      session.doWork(SchemaMigration::update);
    }
    sessions.getSchemaManager().validateMappedObjects();
    LOGGER.log(Level.INFO, "The database schema is up to date");
  }

  /**
   * Runs what has not run yet.
   *
   * @throws SQLException if a changeset fails; the cause says which
   */
  static void update(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    try (MigrationTurn turn = MigrationTurn.await(connection)) {
      Map<String, Object> scope =
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              new ClassLoaderResourceAccessor(SchemaMigration.class.getClassLoader()),
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              "liquibase.analytics.enabled",
              false);
      Scope.child(scope, () -> run(connection, turn));
    } catch (Exception e) {
      throw new SQLException("The database schema could not be updated: " + e.getMessage(), e);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static void run(Connection connection, MigrationTurn turn) throws Exception {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    if (turn.isExclusive()) {
      releaseStaleLock(database);
    }
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
        .execute();
  }

  /** Liquibase's own lock is a row, which a node that was killed while it held it left behind. */
  private static void releaseStaleLock(Database database) throws Exception {
    LockService locks = LockServiceFactory.getInstance().getLockService(database);
    locks.init();
    if (locks.listLocks().length > 0) {
      locks.forceReleaseLock();
    }
  }
}
