package io.ropeway.endpoint.undertow;

import static io.ropeway.endpoint.undertow.ClientFrames.frame;
import static io.ropeway.endpoint.undertow.ClientFrames.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.session.Connection;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same transport where the listener speaks TLS, whose engine one thread must use alone. */
class SecureTransportTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory;

  private static SSLContext tls;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Path store = directory.resolve("localhost.p12");
    String[] command = {
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
      "-genkeypair",
      "-keyalg",
      "EC",
      "-alias",
      "localhost",
      "-dname",
      "CN=localhost",
      "-ext",
      "SAN=dns:localhost",
      "-validity",
      "2",
      "-storetype",
      "PKCS12",
      "-storepass",
      new String(PASSWORD),
      "-keystore",
      store.toString()
    };
    ProcessBuilder keytool =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    assertThat(keytool.start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  @Test
  void carriesTextsBothWaysAndCloses() throws Exception {
    try (UndertowFixture server = new UndertowFixture(tls);
        RawClient client = new RawClient(tls.getSocketFactory().createSocket(), server.address())) {
      client.upgraded().send(text("in"));
      assertThat(server.event()).isEqualTo("text in");
      Connection connection = server.connection();
      for (int length : new int[] {0, 100, 70_000, 8 << 20}) {
        String out = "z".repeat(length);
        assertThat(connection.send(new EncodedFrame(out))).isFalse();
        assertThat(client.frame()).isEqualTo("TEXT " + out);
        assertThat(server.event()).isEqualTo("sent");
      }
      connection.probe(0x61626364);
      assertThat(client.frame()).isEqualTo("PING abcd");
      connection.close(1001, "bye");
      assertThat(client.frame()).isEqualTo("CLOSE 1001 bye");
      client.send(frame(0x88, (byte) 0x03, (byte) 0xE9));
      assertThat(server.event()).isEqualTo("closed 1001");
      assertThat(client.isAtEnd()).isTrue();
    }
  }
}
