package io.ropeway.broadcast;

import io.ropeway.room.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * Who does not hear an event.
 *
 * @param session the id of one session, or null
 * @param identity the key of an identity, whose subscribers are all left out, or null
 */
public record Exclusion(@Nullable String session, @Nullable String identity) {

  /** Everybody hears it. */
  public static final Exclusion NOBODY = new Exclusion(null, null);

  /** The same, with this session left out besides, or with none. */
  Exclusion withSession(@Nullable String sessionId) {
    return of(sessionId, identity);
  }

  /** The same, with all sessions of this identity left out besides. */
  Exclusion withIdentity(@Nullable String identityKey) {
    return of(session, identityKey);
  }

  /** From what was stored or sent; either may be null. */
  public static Exclusion of(@Nullable String session, @Nullable String identity) {
    return session == null && identity == null ? NOBODY : new Exclusion(session, identity);
  }

  /** Whether this subscriber is left out. */
  public boolean excludes(Subscriber one) {
    return session != null && session.equals(one.session().id())
        || identity != null && identity.equals(one.identity().key());
  }
}
