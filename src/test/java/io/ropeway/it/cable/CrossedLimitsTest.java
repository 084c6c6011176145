package io.ropeway.it.cable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossedLimitsTest {

  @Test
  void everyLimitIsCrossedBySomeTestAndNoTestCrossesWhatIsNone() throws IOException {
    assertThat(crossed()).isEqualTo(limits());
  }

  private static Set<String> crossed() throws IOException {
    Set<String> crossed = new TreeSet<>();
    for (Class<?> type : tests()) {
      for (Method method : type.getDeclaredMethods()) {
        Crosses crosses = method.getAnnotation(Crosses.class);
        crossed.addAll(crosses == null ? List.of() : List.of(crosses.value()));
      }
    }
    return crossed;
  }

  private static List<Class<?>> tests() throws IOException {
    Path root =
        Path.of(
            URI.create(
                CrossedLimitsTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith("IT.class") || file.endsWith("Test.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(CrossedLimitsTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, CrossedLimitsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> limits() throws IOException {
    Properties defaults = new Properties();
    try (InputStream file =
        CrossedLimitsTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(file);
    }
    return defaults.stringPropertyNames().stream()
        .filter(name -> name.startsWith("ropeway.limits."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
