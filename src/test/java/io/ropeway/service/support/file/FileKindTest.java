package io.ropeway.service.support.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

  private static FileKind of(String start) {
    return FileKind.of(start.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void isToldByTheFirstBytes() {
    assertThat(of("\u0089PNG\r\n\u001a\n....").contentType()).isEqualTo("image/png");
    assertThat(of("\u00ff\u00d8\u00ff\u00e0").fileType()).isEqualTo("image");
    assertThat(of("RIFF....WEBPVP8 ").contentType()).isEqualTo("image/webp");
    assertThat(of("....ftypisom").fileType()).isEqualTo("video");
    assertThat(of("OggS").fileType()).isEqualTo("audio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<svg xmlns='x'><script>", "<!doctype html>", "%PDF-1.7", "GI", "MZ....."})
  void isNothingButBytesWhereSomethingMightRun(String start) {
    assertThat(of(start)).isEqualTo(FileKind.BYTES);
    assertThat(of(start).isShown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\temp\\a.png, a.png",
    "'a\"b;c.txt', a_b_c.txt",
    ".htaccess, htaccess",
    "'', file",
    "/, file"
  })
  void namesHaveNothingOfAPath(String sent, String kept) {
    assertThat(FileName.clean(sent)).isEqualTo(kept);
  }

  @Test
  void extensionsAreShortAndPlain() {
    assertThat(FileName.extension("Photo.JPG")).isEqualTo("jpg");
    assertThat(FileName.extension("archive.tar.gz")).isEqualTo("gz");
    assertThat(FileName.extension("none")).isNull();
    assertThat(FileName.extension("odd.ex-t")).isNull();
  }
}
