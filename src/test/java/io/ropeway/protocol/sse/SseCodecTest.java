package io.ropeway.protocol.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.StreamPosition;
import org.junit.jupiter.api.Test;

class SseCodecTest {

  private static final StreamPosition POSITION = new StreamPosition("s", "db.0", 7);

  private final SseCodec codec = new SseCodec();
  private final PageCodec pages = new PageCodec();

  @Test
  void writesAnEventWithItsPosition() {
    EncodedFrame frame = codec.encode(new ServerMessage.Data("s", "{\"a\":1}", POSITION));

    assertThat(frame.text()).isEqualTo("id: db.0:7\ndata: {\"a\":1}\n\n");
    assertThat(frame.identifier()).isEqualTo("s");
  }

  @Test
  void leavesOutAPositionThatThereIsNot() {
    assertThat(codec.encode(new ServerMessage.Data("s", "1")).text()).isEqualTo("data: 1\n\n");
  }

  @Test
  void letsNoLineBreakOfAPayloadEndAField() {
    assertThat(codec.encode(new ServerMessage.Data("s", "{\n\r\"a\":\r\n1}")).text())
        .isEqualTo("data: {  \"a\":  1}\n\n");
  }

  @Test
  void opensWithThePositionThatTheStreamGoesOnFrom() {
    EncodedFrame opening = codec.encode(new ServerMessage.Confirmation("s", POSITION));

    assertThat(opening.text()).isEqualTo("retry: 2000\nid: db.0:7\n\n");
    assertThat(SseCodec.opens(opening)).isTrue();
    assertThat(SseCodec.opens(codec.encode(new ServerMessage.Ping(1)))).isFalse();
  }

  @Test
  void keepsTheAnswerAliveByComments() {
    assertThat(codec.encode(new ServerMessage.Ping(1)).text()).isEqualTo(": ping\n\n");
  }

  @Test
  void saysWhyItEndsAndThatSomethingIsMissing() {
    assertThat(codec.encode(new ServerMessage.Disconnect("remote", true)).text())
        .isEqualTo("event: disconnect\ndata: {\"reason\":\"remote\",\"reconnect\":true}\n\n");
    assertThat(codec.encode(new ServerMessage.RejectHistory("s")).text())
        .isEqualTo("event: reset\ndata: {}\n\n");
    assertThat(SseCodec.refuses(codec.encode(new ServerMessage.Rejection("s")))).isTrue();
  }

  @Test
  void isToldNothing() {
    assertThatThrownBy(() -> codec.decode("{}")).isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> pages.decode("{}")).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void writesThePartsOfAPage() {
    assertThat(part(new ServerMessage.Confirmation("s", POSITION)))
        .isEqualTo(new PageCodec.Part(PageCodec.Kind.START, "db.0:7", ""));
    assertThat(part(new ServerMessage.Data("s", "{\"a\": 1}", POSITION)))
        .isEqualTo(
            new PageCodec.Part(
                PageCodec.Kind.EVENT, "db.0:7", "{\"offset\":7,\"data\":{\"a\": 1}}"));
    assertThat(part(new ServerMessage.Data("s", "1")))
        .isEqualTo(new PageCodec.Part(PageCodec.Kind.EVENT, "", "{\"data\":1}"));
    assertThat(part(new ServerMessage.ConfirmHistory("s")).kind())
        .isEqualTo(PageCodec.Kind.CAUGHT_UP);
    assertThat(part(new ServerMessage.RejectHistory("s")).kind()).isEqualTo(PageCodec.Kind.GONE);
    assertThat(part(new ServerMessage.Rejection("s")).kind()).isEqualTo(PageCodec.Kind.REFUSED);
    assertThat(part(new ServerMessage.Ping(1)).kind()).isEqualTo(PageCodec.Kind.NOTHING);
    assertThat(part(new ServerMessage.Disconnect("remote", true)).kind())
        .isEqualTo(PageCodec.Kind.NOTHING);
  }

  private PageCodec.Part part(ServerMessage message) {
    return PageCodec.Part.of(pages.encode(message));
  }
}
