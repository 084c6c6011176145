package io.ropeway.rest.broadcast;

import io.ropeway.config.BroadcastSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key by which other programs prove that they belong to this installation. */
@ApplicationScoped
public class BroadcastKey {

  private static final String BEARER = "Bearer ";

  @Inject BroadcastSettings settings;

  /**
   * Whether a request's {@code Authorization} presents it. Without a configured key nobody has it.
   * Takes the same time however much of it is right.
   */
  public boolean isPresentedBy(@Nullable String authorization) {
    String key = settings.key().orElse("");
    if (key.isEmpty()
        || authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    String presented = authorization.substring(BEARER.length()).strip();
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }
}
