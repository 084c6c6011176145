package io.ropeway.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made for the tests: the configured server, the WAR, the fixtures. */
final class Installation {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Installation() {}

  /** The WAR as it ships. */
  static Path war() {
    return existing(TARGET.resolve("ropeway.war"));
  }

  /** The channels that only tests have, as a JAR of their own. */
  static Path fixtures() {
    return existing(TARGET.resolve("ropeway-fixtures.jar"));
  }

  /** The server's home, which all servers of the tests share and none writes to. */
  static Path serverHome() {
    return existing(Path.of(System.getProperty("wildfly.home", TARGET + "/wildfly-39.0.1.Final")));
  }

  /** An Artemis as it is distributed. */
  static Path brokerHome() {
    return existing(Path.of(System.getProperty("artemis.home", TARGET + "/apache-artemis-2.44.0")));
  }

  /** The configuration of a node among others. */
  static String clusterConfig() {
    return System.getProperty("wildfly.cluster-config", "standalone-ropeway-cluster.xml");
  }

  /** The configuration that the scripts of {@code server-config} made. */
  static String serverConfig() {
    return System.getProperty("wildfly.config", "standalone-ropeway.xml");
  }

  /** Where a server of this name keeps what it writes. */
  static Path serverBase(String name) {
    return TARGET.resolve("servers").resolve(name);
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is missing: run the tests by mvn verify");
    }
    return path;
  }
}
