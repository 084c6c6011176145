package io.ropeway.rest.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPathsTest {

  @ParameterizedTest
  @CsvSource({
    "/api/auth/sign_in, /auth/sign_in",
    "/api/public/api/v1/inboxes/{inbox}, /public/api/v1/inboxes/{inbox}",
    "/api/v1/profile, /api/v1/profile",
    "/api/rooms, /api/rooms"
  })
  void areDescribedAsClientsUseThem(String served, String described) {
    assertThat(DeskPaths.address(served)).isEqualTo(described);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/profile", "v1/profile", "/auth/sign_in", "/public/api/v1/x", "v1"})
  void areToldFromTheRestOfTheApi(String path) {
    assertThat(DeskErrors.isOfTheDesk(path)).isTrue();
    assertThat(DeskErrors.isOfTheDesk("/rooms/v1")).isFalse();
  }
}
