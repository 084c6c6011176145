package io.ropeway.endpoint.undertow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseStatusTest {
  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1011, 1012, 1013, 1014, 3000, 4001, 4999})
  void readsWhatItWrites(int code) throws Exception {
    CloseStatus status = new CloseStatus(code, "ünd tschüss");
    assertThat(CloseStatus.parse(status.payload())).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65_535})
  void refusesCodesThatMayNotTravel(int code) {
    assertThat(refusal((byte) (code >>> 8), (byte) code)).isEqualTo(1002);
  }

  @Test
  void takesAnEmptyPayloadForNoCode() throws Exception {
    assertThat(CloseStatus.parse(new byte[0])).isEqualTo(CloseStatus.NONE);
    assertThat(CloseStatus.NONE.payload()).isEmpty();
  }

  @Test
  void refusesHalfACode() {
    assertThat(refusal((byte) 3)).isEqualTo(1002);
  }

  @Test
  void refusesAReasonThatIsNotUtf8() {
    assertThat(refusal((byte) 3, (byte) 0xE8, (byte) 0xFF)).isEqualTo(1007);
  }

  private static int refusal(byte... payload) {
    return catchThrowableOfType(ViolationException.class, () -> CloseStatus.parse(payload))
        .closeCode();
  }
}
