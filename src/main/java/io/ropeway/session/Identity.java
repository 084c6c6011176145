package io.ropeway.session;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a connection or a request speaks for; made before the socket opens.
 *
 * @param kind what sort of party it is
 * @param id names the party within its kind; the user's id as text for users
 * @param name what others see
 * @param roles what it may do beyond its own, such as {@code admin}
 * @param identifiers the connection identifiers that a remote disconnect names, as in Action Cable
 * @param credentialId names the credential that was presented, so that revoking it ends what it
 *     opened; never the credential itself
 * @param expiresAt when the credential ends, if it does
 */
public record Identity(
    Kind kind,
    String id,
    String name,
    Set<String> roles,
    Map<String, String> identifiers,
    @Nullable String credentialId,
    @Nullable Instant expiresAt) {

  /** The sorts of parties. */
  public enum Kind {
    USER,
    CONTACT,
    SERVICE,
    ANONYMOUS
  }

  private static final Identity ANONYMOUS =
      new Identity(Kind.ANONYMOUS, "", "", Set.of(), Map.of(), null, null);

  public Identity {
    roles = Set.copyOf(roles);
    identifiers = Map.copyOf(identifiers);
  }

  /** Somebody who presented no credential. */
  public static Identity anonymous() {
    return ANONYMOUS;
  }

  public boolean isAnonymous() {
    return kind == Kind.ANONYMOUS;
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  /** One text for kind and id, unique on the installation. */
  public String key() {
    return kind + ":" + id;
  }

  /** The {@link #key()} of somebody who is not connected. */
  public static String key(Kind kind, Object id) {
    return kind + ":" + id;
  }
}
