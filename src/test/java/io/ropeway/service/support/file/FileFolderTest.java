package io.ropeway.service.support.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.config.FileSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.service.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFolderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T23:59:59Z");
  private static final String NAME = "n".repeat(43);
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @TempDir Path base;
  private FileFolder folder;

  @BeforeEach
  void open() {
    folder = at(base);
  }

  private static FileFolder at(Path path) {
    FileFolder folder = new FileFolder();
    folder.settings = TestSettings.of(FileSettings.class, "ropeway.files.folder", path.toString());
    return folder;
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> base.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void keepsAFileUnderItsDayAndNothingBeside() throws IOException {
    String key = folder.add(NAME, CONTENT, NOW);
    assertThat(key).isEqualTo("20260301-" + NAME);
    assertThat(folder.find(key)).contains(CONTENT);
    assertThat(at(base).find(key)).contains(CONTENT);
    assertThat(everything()).containsExactly("20260301/" + key);
    folder.remove(key);
    folder.remove(key);
    assertThat(folder.find(key)).isEmpty();
    assertThat(everything()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "20260301-../../secret",
        "20260301/secret",
        "secret",
        "",
        "20260301-"
      })
  void findsNothingByWhatIsNoKey(String key) throws IOException {
    Files.writeString(base.resolve("secret"), "secret");
    assertThat(folder.find(key)).isEmpty();
    folder.remove(key);
    assertThat(everything()).containsExactly("secret");
  }

  @Test
  void listsWhatIsOldAndTakesAwayWhatWasNotFinished() throws IOException {
    String old = folder.add(NAME, CONTENT, NOW);
    String young = folder.add("m".repeat(43), CONTENT, NOW);
    Path unfinished = base.resolve("20260301").resolve("20260301-" + NAME + ".part");
    Files.writeString(unfinished, "half");
    age(base.resolve("20260301").resolve(old));
    age(unfinished);
    assertThat(folder.keys("20260301", Instant.now().minus(Duration.ofHours(1))))
        .containsExactly(old);
    assertThat(unfinished).doesNotExist();
    assertThat(folder.find(young)).isPresent();
    assertThat(folder.keys("..", Instant.now())).isEmpty();
    assertThat(folder.keys("20250101", Instant.now())).isEmpty();
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
  }

  @Test
  void refusesToKeepAnythingWhereNoFolderIs() {
    FileFolder missing = at(base.resolve("missing"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> missing.add(NAME, CONTENT, NOW))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNAVAILABLE));
    assertThat(base.resolve("missing")).doesNotExist();
    assertThat(missing.days()).isEmpty();
  }

  @Test
  void isNotUsedUnlessItIsSet() {
    FileFolder none = new FileFolder();
    none.settings = TestSettings.of(FileSettings.class);
    assertThat(none.isUsed()).isFalse();
    assertThat(none.find("20260301-" + NAME)).isEmpty();
    assertThat(none.days()).isEmpty();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> at(Path.of("relative")));
  }
}
