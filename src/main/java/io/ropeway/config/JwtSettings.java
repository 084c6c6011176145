package io.ropeway.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Connections by JSON Web Tokens that other back ends hand out.
 *
 * @param secret signs them (HS256); without one none are taken
 * @param param the query parameter that carries them, and the header after {@code x-}
 * @param enforce whether the cable is closed to all who present none
 */
@Settings("jwt")
public record JwtSettings(Optional<String> secret, String param, boolean enforce) {

  private static final int SECRET_BYTES = 32;

  public JwtSettings {
    if (secret.isPresent() && secret.get().getBytes(StandardCharsets.UTF_8).length < SECRET_BYTES) {
      throw new IllegalArgumentException(
          "ropeway.jwt.secret needs at least 32 characters (RFC 7518, 3.2)");
    }
    if (enforce && secret.isEmpty()) {
      throw new IllegalArgumentException("ropeway.jwt.enforce needs ropeway.jwt.secret");
    }
  }
}
