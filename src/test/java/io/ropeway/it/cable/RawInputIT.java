package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.client.CableClient;
import io.ropeway.it.client.RawFrames;
import io.ropeway.it.client.RawWebSocket;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that no proper client sends. Somebody beside them must notice nothing. */
class RawInputIT extends CableTest {

  private static final int FRAME_BYTES = 65_536;
  private static final int LONG_HEADER = 14;
  private static final int PROTOCOL_ERROR = 1002;

  private final String identifier = suite("SubscriptionPerformMethodsChannel");
  private CableClient neighbour;
  private RawWebSocket client;

  @BeforeEach
  void open() {
    neighbour = cables.open().subscribe(identifier);
    client = RawWebSocket.open(server());
    assertThat(client.read().text()).startsWith("{\"type\":\"welcome\"");
  }

  @AfterEach
  void close() {
    client.close();
    neighbour.perform(identifier, "tick").hears(identifier, "tock");
  }

  @Test
  void understandsAClientThatSendsByteByByte() {
    client.writeByteByByte(RawFrames.text(subscribe(identifier)));
    assertThat(client.read().text()).contains("confirm_subscription");
    client.writeByteByByte(RawFrames.text(perform(identifier, "tick")));
    assertThat(client.read().text()).contains("tock");
  }

  @Test
  void understandsAHandshakeThatComesByteByByte() {
    try (RawWebSocket slow = RawWebSocket.connect(server(), 0)) {
      slow.writeByteByByte(RawWebSocket.handshake(server(), "/cable").getBytes(ISO_8859_1));
      assertThat(slow.readResponse()).startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void understandsManyFramesInOnePacket() {
    byte[] tick = RawFrames.text(perform(identifier, "tick"));
    client.write(RawFrames.joined(RawFrames.text(subscribe(identifier)), tick, tick, tick));
    assertThat(client.read().text()).contains("confirm_subscription");
    for (int n = 0; n < 3; n++) {
      assertThat(client.read().text()).contains("tock");
    }
  }

  @Test
  void joinsFragmentsAlsoAroundAPing() {
    byte[] text = subscribe(identifier).getBytes(UTF_8);
    client.write(RawFrames.frame(0x01, Arrays.copyOf(text, 10)));
    client.write(RawFrames.ping((byte) 7));
    client.write(RawFrames.frame(0x00, Arrays.copyOfRange(text, 10, 20)));
    client.write(RawFrames.frame(0x80, Arrays.copyOfRange(text, 20, text.length)));
    RawWebSocket.Received pong = client.read();
    assertThat(pong.opcode()).isEqualTo(0xA);
    assertThat(pong.payload()).containsExactly(7);
    assertThat(client.read().text()).contains("confirm_subscription");
  }

  @Test
  void answersAPingWithItsPayload() {
    client.write(RawFrames.ping("hello".getBytes(UTF_8)));
    assertThat(client.read().text()).isEqualTo("hello");
  }

  @Test
  void answersACloseWithItsCode() {
    client.write(RawFrames.close(1000));
    assertThat(client.closeCode()).isEqualTo(1000);
    assertThat(client.isDropped()).isTrue();
  }

  @Test
  void closesOnTextThatIsNotUtf8() {
    client.write(RawFrames.frame(0x81, (byte) '"', (byte) 0xC3, (byte) 0x28, (byte) '"'));
    assertThat(client.closeCode()).isEqualTo(1007);
  }

  @Test
  void closesOnAFrameThatIsTooLong() {
    client.write(RawFrames.frame(0x81, new byte[FRAME_BYTES + 1]));
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  /** The portable transport is told of a frame's length only by what arrives of it. */
  @Test
  void closesOnAHugeLength() {
    client.write(RawFrames.header(0x81, Long.MAX_VALUE));
    if (transport == Transport.PORTABLE) {
      byte[] frame = RawFrames.frame(0x81, new byte[FRAME_BYTES + 1]);
      client.write(Arrays.copyOfRange(frame, LONG_HEADER, frame.length));
    }
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void closesOnFragmentsThatAreTooLongTogether() {
    client.write(RawFrames.frame(0x01, new byte[FRAME_BYTES / 2]));
    client.write(RawFrames.frame(0x00, new byte[FRAME_BYTES / 2]));
    client.write(RawFrames.frame(0x80, (byte) 'x'));
    assertThat(client.closeCode()).isEqualTo(1009);
  }

  @Test
  void acceptsTheLongestFrame() {
    String padded = perform(identifier, "tick").replaceFirst("\\{", "{\"x\":\"@\",");
    int missing = FRAME_BYTES - padded.length() + 1;
    client.text(subscribe(identifier));
    assertThat(client.read().text()).contains("confirm_subscription");
    client.text(padded.replace("@", "x".repeat(missing)));
    assertThat(client.read().text()).contains("tock");
  }

  @Test
  void closesOnAFrameWithoutAMask() {
    client.write(RawFrames.unmasked(subscribe(identifier)));
    assertThat(client.closeCode()).isIn(PROTOCOL_ERROR, 1006);
  }

  @Test
  void closesOnReservedBits() {
    client.write(RawFrames.frame(0xC1, (byte) 'x'));
    assertThat(client.closeCode()).isIn(PROTOCOL_ERROR, 1006);
  }

  @Test
  void closesOnAReservedOpcode() {
    client.write(RawFrames.frame(0x83, (byte) 'x'));
    assertThat(client.closeCode()).isIn(PROTOCOL_ERROR, 1006);
  }

  @Test
  void closesOnAContinuationOfNothing() {
    client.write(RawFrames.frame(0x80, (byte) 'x'));
    assertThat(client.closeCode()).isIn(PROTOCOL_ERROR, 1006);
  }

  @Test
  void countsBinaryFramesAsUndecodable() {
    client.text(subscribe(identifier));
    assertThat(client.read().text()).contains("confirm_subscription");
    for (int n = 1; n < 10; n++) {
      client.write(RawFrames.binary((byte) n)).text(perform(identifier, "tick"));
      assertThat(client.read().text()).contains("tock");
    }
    client.write(RawFrames.binary((byte) 10));
    assertThat(client.read().text())
        .isEqualTo(
            "{\"type\":\"disconnect\",\"reason\":\"too_many_bad_frames\",\"reconnect\":false}");
    assertThat(client.closeCode()).isEqualTo(1008);
  }

  @Test
  void noticesAClientThatGoesWithoutACloseFrame() {
    String state = suite("ChannelStateChannel", "name", "gone", "notify_disconnect", true);
    String watching = suite("ChannelStateChannel", "name", "watching");
    neighbour.subscribe(watching);
    client.text(subscribe(state));
    assertThat(client.read().text()).contains("confirm_subscription");
    client.close();
    neighbour.hears(watching, object("data", "user left: gone"));
  }

  @Test
  void noticesAClientThatResetsItsConnectionInsideAFrame() {
    String state = suite("ChannelStateChannel", "name", "reset", "notify_disconnect", true);
    String watching = suite("ChannelStateChannel", "name", "watching");
    neighbour.subscribe(watching);
    client.text(subscribe(state));
    assertThat(client.read().text()).contains("confirm_subscription");
    client.write(RawFrames.header(0x81, 1000)).write((byte) 1).reset();
    neighbour.hears(watching, object("data", "user left: reset"));
  }

  @Test
  void endsARefusedClientThatNeverAnswersTheClose() {
    try (RawWebSocket refused = RawWebSocket.connect(server(), 0)) {
      refused.write(RawWebSocket.handshake(server(), "/cable?token=bad").getBytes(ISO_8859_1));
      assertThat(refused.readResponse()).startsWith("HTTP/1.1 101");
      assertThat(refused.read().text()).contains("unauthorized");
      assertThat(refused.closeCode()).isEqualTo(1000);
      assertThat(refused.patience(10_000).isDropped()).isTrue();
    }
  }

  @Test
  void survivesWhatIsNoHttpAtAll() {
    try (RawWebSocket noise = RawWebSocket.connect(server(), 0)) {
      noise.write(new byte[] {0, (byte) 0xFF, 13, 10, 13, 10, (byte) 0x81, 0});
    }
  }
}
