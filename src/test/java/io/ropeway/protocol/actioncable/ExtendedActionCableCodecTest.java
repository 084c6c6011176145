package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ProtocolCodecContract;
import io.ropeway.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtendedActionCableCodecTest extends ProtocolCodecContract {

  private final ActionCableCodec extended = ActionCableCodec.v1Extended(32);

  @Override
  protected ProtocolCodec codec() {
    return extended;
  }

  @Test
  void namesTheSessionInTheWelcome() {
    assertThat(extended.encode(new ServerMessage.Welcome("abc")).text())
        .isEqualTo("{\"type\":\"welcome\",\"sid\":\"abc\"}");
  }

  @Test
  void tellsWhatGoesOnFromTheSessionBefore() {
    assertThat(extended.encode(new ServerMessage.Welcome("abc", List.of("{\"a\":1}", "b"))).text())
        .isEqualTo(
            "{\"type\":\"welcome\",\"sid\":\"abc\",\"restored\":true,"
                + "\"restored_ids\":[\"{\\\"a\\\":1}\",\"b\"]}");
    assertThat(extended.encode(new ServerMessage.Welcome("abc", List.of())).text())
        .isEqualTo("{\"type\":\"welcome\",\"sid\":\"abc\",\"restored\":true,\"restored_ids\":[]}");
  }

  @Test
  void writesEverythingElseAsThePlainProtocolDoes() {
    ServerMessage data = new ServerMessage.Data("x", "1");

    assertThat(extended.encode(data).text()).isEqualTo(ActionCableCodec.v1(32).encode(data).text());
  }
}
