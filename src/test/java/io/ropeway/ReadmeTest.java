package io.ropeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path EXAMPLE =
      Path.of("src/test/java/com/example/cheers/CheersChannel.java");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void showsTheExampleChannelAsItCompilesAndRuns() throws IOException {
    assertThat(readme()).contains("```java\n" + Files.readString(EXAMPLE) + "```\n");
  }

  @Test
  void linksOnlyToFilesThatAreThere() throws IOException {
    assertThat(LINK.matcher(readme()).results().map(MatchResult::group))
        .allMatch(link -> Files.exists(Path.of(link.substring(2, link.length() - 1))));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
