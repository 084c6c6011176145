package io.ropeway.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The folder that one server writes to, with its configuration and the WAR.
 *
 * @param configuration the name of the configuration file that it starts with
 */
record ServerBase(Path folder, String configuration) {

  private static final String FIXTURES_IN_WAR = "/WEB-INF/lib/ropeway-fixtures.jar";

  /** Makes the folder anew. */
  static ServerBase create(String name, String configuration, boolean fixtures) {
    ServerBase base = new ServerBase(Installation.serverBase(name), configuration);
    delete(base.folder);
    try {
      base.copyConfiguration();
      Files.createDirectories(base.war().getParent());
      Files.createDirectories(base.console().getParent());
      Files.copy(Installation.war(), base.war());
      if (fixtures) {
        base.overlay(Installation.fixtures());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return base;
  }

  Path war() {
    return folder.resolve("deployments").resolve("ropeway.war");
  }

  Path log() {
    return folder.resolve("log").resolve("server.log");
  }

  Path console() {
    return folder.resolve("log").resolve("console.log");
  }

  /** What makes WildFly of a Java, without its shell script, so that signals reach it. */
  List<String> arguments() {
    Path home = Installation.serverHome();
    return List.of(
        "-Djava.net.preferIPv4Stack=true",
        "-Djboss.modules.system.pkgs=org.jboss.byteman",
        "-Djava.awt.headless=true",
        "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
        "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
        "--add-opens=java.base/com.sun.net.ssl.internal.ssl=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.management/javax.management=ALL-UNNAMED",
        "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
        "-Dorg.jboss.boot.log.file=" + log(),
        "-Dlogging.configuration=file:" + folder.resolve("configuration/logging.properties"),
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home,
        "-Djboss.server.base.dir=" + folder,
        "-Djboss.node.name=" + folder.getFileName(),
        "-Djboss.tx.node.id=" + folder.getFileName(),
        "-c",
        configuration);
  }

  private void copyConfiguration() throws IOException {
    Path from = Installation.serverHome().resolve("standalone").resolve("configuration");
    Path to = Files.createDirectories(folder.resolve("configuration"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /**
   * Lays a JAR over the WAR as {@code deployment-overlay add} would, but without a server that must
   * run for it: an entry in the configuration, and the content under its hash.
   */
  private void overlay(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    String hash = sha1(bytes);
    Path content =
        folder.resolve("data/content").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    Files.createDirectories(content);
    Files.write(content.resolve("content"), bytes);
    Path file = folder.resolve("configuration").resolve(configuration);
    String overlays =
        """
            <deployment-overlays>
                <deployment-overlay name="ropeway-fixtures">
                    <content path="%s" content="%s"/>
                    <deployment name="ropeway.war"/>
                </deployment-overlay>
            </deployment-overlays>
        </server>
        """
            .formatted(FIXTURES_IN_WAR, hash);
    String plain = Files.readString(file);
    Files.writeString(file, plain.substring(0, plain.lastIndexOf("</server>")) + overlays);
  }

  /**
   * Opens the broker that is embedded in this server to other nodes, to anybody who asks: what an
   * operator would do for a trial.
   *
   * @param port the port, to which the server's offset is added
   */
  void openBroker(int port) {
    edit(
        plain ->
            plain
                .replace(
                    "<security elytron-domain=\"ApplicationDomain\"/>",
                    "<security enabled=\"false\"/>")
                .replace(
                    "<in-vm-acceptor name=\"in-vm\"",
                    "<remote-acceptor name=\"nodes\" socket-binding=\"nodes\"/>\n"
                        + "<in-vm-acceptor name=\"in-vm\"")
                .replace(
                    "<outbound-socket-binding name=\"mail-smtp\"",
                    "<socket-binding name=\"nodes\" port=\""
                        + port
                        + "\"/>\n<outbound-socket-binding name=\"mail-smtp\""));
  }

  /** Names topics as a server does that reaches its own, embedded broker: with a prefix. */
  void nameTopicsAsEmbeddedBrokersDo() {
    edit(plain -> plain.replace("enable-amq1-prefix=\"false\"", "enable-amq1-prefix=\"true\""));
  }

  private void edit(UnaryOperator<String> change) {
    Path file = folder.resolve("configuration").resolve(configuration);
    try {
      Files.writeString(file, change.apply(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
