package io.ropeway.rest.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  private static final int LENGTH = 10;

  @ParameterizedTest
  @CsvSource({"bytes=0-3, 0, 3", "bytes=4-, 4, 9", "bytes=-3, 7, 9", "bytes=5-99, 5, 9"})
  void isThePartThatIsThere(String header, int first, int last) {
    assertThat(ByteRange.of(header, LENGTH)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b"})
  void isTheWholeFileWhereNothingElseCanBeRead(String header) {
    assertThat(ByteRange.of(header, LENGTH)).isEmpty();
  }

  @Test
  void isNothingBehindTheEnd() {
    assertThat(ByteRange.of("bytes=10-", LENGTH)).contains(ByteRange.NOTHING);
    assertThat(ByteRange.of("bytes=-0", LENGTH)).contains(ByteRange.NOTHING);
  }
}
