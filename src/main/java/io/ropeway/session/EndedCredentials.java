package io.ropeway.session;

import io.ropeway.config.LimitSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that were ended a moment ago. A connection whose credential was checked just
 * before that, and which is not among the sessions yet, is found out by asking here once it is.
 */
@ApplicationScoped
public class EndedCredentials {

  @Inject LimitSettings limits;
  @Inject TimerWheel timers;

  private final Set<String> ended = ConcurrentHashMap.newKeySet();

  /** Remembers one for as long as a handshake may take. */
  public void add(String credentialId) {
    ended.add(credentialId);
    timers.after(limits.handshake(), () -> ended.remove(credentialId));
  }

  /** Whether it was ended a moment ago. */
  public boolean contains(@Nullable String credentialId) {
    return credentialId != null && ended.contains(credentialId);
  }
}
