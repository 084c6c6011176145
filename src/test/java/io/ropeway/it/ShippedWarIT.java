package io.ropeway.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ShippedWarIT {

  @Test
  void theWarUnderTestIsTheOneThatShips() throws Exception {
    assertThat(sha256(Servers.main().deployedWar())).isEqualTo(sha256(Installation.war()));
  }

  @Test
  void theWarHasNoTestClassAndNothingThatTheServerBrings() throws IOException {
    try (ZipFile war = new ZipFile(Installation.war().toFile())) {
      List<String> names = war.stream().map(ZipEntry::getName).toList();
      assertThat(names).noneMatch(name -> name.contains("fixtures") || name.contains("/it/"));
      assertThat(names)
          .filteredOn(name -> name.startsWith("WEB-INF/lib/"))
          .noneMatch(name -> name.matches(".*/(jakarta|hibernate|undertow|xnio|microprofile).*"));
    }
  }

  private static byte[] sha256(Path file) throws IOException, GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
  }
}
