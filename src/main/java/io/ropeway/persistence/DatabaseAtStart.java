package io.ropeway.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.service.spi.ServiceContributor;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a connection before Hibernate does, which is before any bean of ours: without a database
 * Hibernate complains of a missing dialect, and nobody would know what to set.
 */
public class DatabaseAtStart implements ServiceContributor {

  @Override
  public void contribute(StandardServiceRegistryBuilder builder) {
    dataSource(builder.getSettings()).ifPresent(DatabaseAtStart::connect);
  }

  private static Optional<DataSource> dataSource(Map<String, Object> settings) {
    return Stream.of(AvailableSettings.JAKARTA_JTA_DATASOURCE, AvailableSettings.DATASOURCE)
        .map(settings::get)
        .map(DatabaseAtStart::asDataSource)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<DataSource> asDataSource(@Nullable Object setting) {
    return setting instanceof DataSource source ? Optional.of(source) : Optional.empty();
  }

  private static void connect(DataSource source) {
    try (Connection connection = source.getConnection()) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Ropeway does not reach its database: set ROPEWAY_DB_URL, ROPEWAY_DB_USER and"
              + " ROPEWAY_DB_PASSWORD to those of a PostgreSQL database that answers.",
          e);
    }
  }
}
