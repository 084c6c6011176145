package io.ropeway.endpoint.undertow;

import static io.ropeway.endpoint.undertow.ClientFrames.frame;
import static io.ropeway.endpoint.undertow.ClientFrames.header;
import static io.ropeway.endpoint.undertow.ClientFrames.joined;
import static io.ropeway.endpoint.undertow.ClientFrames.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.session.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UndertowTransportTest {
  private static final byte[] CLOSE_1000 = frame(0x88, (byte) 3, (byte) 0xE8);

  private UndertowFixture server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = new UndertowFixture();
    client = server.connect();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Nested
  class Opening {
    @Test
    void provesThatItUnderstoodAndNamesTheSubprotocol() throws Exception {
      assertThat(client.handshake())
          .startsWith("HTTP/1.1 101 ")
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
          .contains("Sec-WebSocket-Protocol: actioncable-v1-json\r\n");
    }

    @Test
    void readsFramesThatLeftWithTheRequest() throws Exception {
      client.handshake(joined(text("early"), text("bird")));
      assertThat(server.event()).isEqualTo("text early");
      assertThat(server.event()).isEqualTo("text bird");
    }
  }

  @Nested
  class Talking {
    @Test
    void tellsTextsInOrder() throws Exception {
      client.upgraded().send(joined(text("a"), text("ü"), frame(0x82, (byte) 1), frame(0x8A)));
      assertThat(server.event()).isEqualTo("text a");
      assertThat(server.event()).isEqualTo("text ü");
      assertThat(server.event()).isEqualTo("binary");
      assertThat(server.event()).isEqualTo("pong -1");
    }

    @Test
    void readsAClientThatSendsByteByByte() throws Exception {
      client.upgraded();
      for (byte one : text("slowly")) {
        client.send(one);
      }
      assertThat(server.event()).isEqualTo("text slowly");
    }

    @Test
    void sendsFramesOfEveryLength() throws Exception {
      client.upgraded();
      Connection connection = server.connection();
      for (int length : new int[] {0, 1, 125, 126, 65_535}) {
        String text = "x".repeat(length);
        boolean done = connection.send(new EncodedFrame(text));
        assertThat(client.frame()).isEqualTo("TEXT " + text);
        assertThat(done ? "sent" : server.event()).isEqualTo("sent");
      }
    }

    @Test
    void answersAPingWithItsPayload() throws Exception {
      client.upgraded().send(frame(0x89, (byte) 'h', (byte) 'i'));
      assertThat(client.frame()).isEqualTo("PONG hi");
    }

    @Test
    void probesWithAPing() throws Exception {
      client.upgraded();
      server.connection().probe(0x61626364);
      assertThat(client.frame()).isEqualTo("PING abcd");
    }
  }

  @Nested
  class SlowReaders {
    private static final String LARGE = "y".repeat(16 << 20);

    @Test
    void areProbedBetweenTheFrames() throws Exception {
      client.upgraded();
      Connection connection = server.connection();
      assertThat(connection.send(new EncodedFrame(LARGE))).isFalse();
      connection.probe(0x61616161);
      connection.probe(0x62626262); // the client need not answer the first any more
      assertThat(client.frame()).isEqualTo("TEXT " + LARGE);
      assertThat(client.frame()).isEqualTo("PING bbbb");
      assertThat(server.event()).isEqualTo("sent");
      connection.probe(0x63636363);
      assertThat(connection.send(new EncodedFrame("next"))).isTrue();
      assertThat(client.frame()).isEqualTo("PING cccc");
      assertThat(client.frame()).isEqualTo("TEXT next");
    }

    @Test
    void saysLaterThatAFrameIsDone() throws Exception {
      client.upgraded();
      assertThat(server.connection().send(new EncodedFrame(LARGE))).isFalse();
      assertThat(server.isQuiet()).isTrue();
      assertThat(client.frame()).isEqualTo("TEXT " + LARGE);
      assertThat(server.event()).isEqualTo("sent");
      assertThat(server.isQuiet()).isTrue();
    }

    @Test
    void keepControlFramesOutOfAFrameThatHasBegun() throws Exception {
      client.upgraded();
      Connection connection = server.connection();
      assertThat(connection.send(new EncodedFrame(LARGE))).isFalse();
      client.send(frame(0x89, (byte) '1'));
      client.send(joined(frame(0x89, (byte) '2'), text("pinged")));
      assertThat(server.event()).isEqualTo("text pinged");
      connection.close(1001, "bye");
      assertThat(client.frame()).isEqualTo("TEXT " + LARGE);
      assertThat(client.frame()).isEqualTo("PONG 2");
      assertThat(client.frame()).isEqualTo("CLOSE 1001 bye");
    }

    @Test
    void canBeDropped() throws Exception {
      client.upgraded();
      Connection connection = server.connection();
      assertThat(connection.send(new EncodedFrame(LARGE))).isFalse();
      connection.terminate();
      assertThat(server.event()).isEqualTo("closed 1006");
    }
  }

  @Nested
  class Closing {
    @Test
    void answersTheClientsCloseAndEndsTheConnection() throws Exception {
      client.upgraded().send(joined(CLOSE_1000, text("late")));
      assertThat(client.frame()).isEqualTo("CLOSE 1000 ");
      assertThat(client.isAtEnd()).isTrue();
      assertThat(server.event()).isEqualTo("closed 1000");
      assertThat(server.isQuiet()).isTrue();
    }

    @Test
    void answersACloseWithoutACode() throws Exception {
      client.upgraded().send(frame(0x88));
      assertThat(client.frame()).isEqualTo("CLOSE ");
      assertThat(server.event()).isEqualTo("closed 1005");
    }

    @Test
    void waitsForTheAnswerToItsOwnClose() throws Exception {
      client.upgraded();
      Connection connection = server.connection();
      connection.close(4001, "why");
      assertThat(connection.send(new EncodedFrame("too late"))).isTrue();
      assertThat(client.frame()).isEqualTo("CLOSE 4001 why");
      client.send(joined(text("ignored"), frame(0x88, (byte) 0x0F, (byte) 0xA1)));
      assertThat(server.event()).isEqualTo("closed 4001");
      assertThat(client.isAtEnd()).isTrue();
    }

    @Test
    void dropsAClientThatDoesNotAnswer() throws Exception {
      client.upgraded();
      server.connection().close(1000, "");
      assertThat(client.frame()).isEqualTo("CLOSE 1000 ");
      assertThat(client.isAtEnd()).isTrue();
      assertThat(server.event()).isEqualTo("closed 1006");
    }

    @Test
    void noticesAClientThatGoesWithoutAWord() throws Exception {
      client.upgraded().close();
      assertThat(server.event()).isEqualTo("closed 1006");
    }

    @Test
    void noticesAClientThatVanishes() throws Exception {
      client.upgraded().vanish();
      assertThat(server.event()).isEqualTo("closed 1006");
    }

    @Test
    void noticesThatTheServerStops() throws Exception {
      client.upgraded();
      assertThat(server.connection()).isNotNull();
      server.close();
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Nested
  class Violations {
    @Test
    void areAnsweredWithTheirCloseCode() throws Exception {
      client.upgraded().send((byte) 0x81, (byte) 0);
      assertThat(client.frame()).isEqualTo("CLOSE 1002 Frame is not masked");
      assertThat(server.event()).isEqualTo("closed 1002");
    }

    @Test
    void inATextAreAnsweredWith1007() throws Exception {
      client.upgraded().send(frame(0x81, (byte) 0xFF));
      assertThat(client.frame()).startsWith("CLOSE 1007 ");
    }

    @Test
    void areToldEvenToAClientThatGoesOnSending() throws Exception {
      client.upgraded().send(header(0x81, 1 << 20));
      client.send(new byte[1 << 20]);
      assertThat(client.frame()).isEqualTo("CLOSE 1009 Message is longer than 1000 bytes");
      assertThat(client.isAtEnd()).isTrue();
      assertThat(server.event()).isEqualTo("closed 1009");
      assertThat(server.isQuiet()).isTrue();
    }

    @Test
    void ofTheListenerCloseWith1011() throws Exception {
      client.upgraded().send(text("fail"));
      assertThat(client.frame()).isEqualTo("CLOSE 1011 ");
      assertThat(server.event()).isEqualTo("text fail");
      assertThat(server.event()).isEqualTo("closed 1011");
    }
  }
}
