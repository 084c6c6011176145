package io.ropeway.service.account;

import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.config.TokenSettings;
import io.ropeway.persistence.account.AccessToken;
import io.ropeway.persistence.account.AccessTokenRepository;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens by which users prove who they are: given out, looked up, listed, revoked. */
@UseCase
@ApplicationScoped
public class AccessTokens {

  /** The last use is noted at most this often, so that a busy token costs no write a request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** What the ids of the credentials of scripts begin with; the user's id follows. */
  public static final String API = "api:";

  @Inject AccessTokenRepository tokens;
  @Inject UserRepository users;
  @Inject RemoteDisconnect remoteDisconnect;
  @Inject TokenSettings settings;
  @Inject Clock clock;

  /** Makes a token for a user who has just proved it; the user's ended ones are forgotten. */
  IssuedToken issue(long userId, String label) {
    AppUser user =
        users
            .hold(userId)
            .filter(found -> !found.isErased())
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    Instant now = now();
    tokens.removeExpired(userId, now);
    String text = TokenText.random();
    AccessToken token =
        new AccessToken(user, TokenText.hash(text), label, now, now.plus(settings.lifetime()));
    tokens.add(token);
    return new IssuedToken(token.id(), text, token.expiresAt(), UserView.of(user));
  }

  /**
   * Whom a token speaks for; empty if it is unknown, ended or revoked.
   *
   * @throws Refusal UNAVAILABLE if that cannot be found out now; the token may well be good
   */
  public Optional<Identity> find(String token) {
    if (!TokenText.isPlausible(token)) {
      return Optional.empty();
    }
    Instant now = now();
    String hash = TokenText.hash(token);
    Optional<AccessToken> found = tokens.findByHash(hash, now);
    if (found.isEmpty()) {
      return users.findByApiToken(hash).map(user -> identity(user, API + user.id(), null));
    }
    AccessToken row = found.get();
    if (row.lastUsedAt().plus(NOTED_EVERY).isBefore(now)) {
      tokens.touch(row.id(), now, now.minus(NOTED_EVERY));
    }
    return Optional.of(identity(row.user(), String.valueOf(row.id()), row.expiresAt()));
  }

  /**
   * Gives out the token by which the user's scripts speak for the user, for good; the one before
   * ends, and what it opened.
   */
  public String resetApiToken(Identity who) {
    AppUser user =
        users
            .lock(Users.userId(who))
            .filter(found -> !found.isErased())
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    String text = TokenText.random();
    user.apiTokenHash(TokenText.hash(text));
    remoteDisconnect.ofCredential(API + user.id());
    return text;
  }

  /** The user's valid tokens, the newest first. */
  public List<TokenView> list(Identity who) {
    return tokens.ofUser(Users.userId(who), now()).stream()
        .map(
            token ->
                new TokenView(
                    token.id(),
                    token.label(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt()))
        .toList();
  }

  /**
   * Ends one of the user's own tokens, and with it whatever it opened.
   *
   * @throws Refusal NOT_FOUND if the user has no such token
   */
  public void revoke(Identity who, long tokenId) {
    if (!tokens.remove(Users.userId(who), tokenId)) {
      throw Refusal.notFound("You have no such token.");
    }
    remoteDisconnect.ofCredential(String.valueOf(tokenId));
  }

  private static Identity identity(AppUser user, String credentialId, @Nullable Instant expiresAt) {
    String id = String.valueOf(user.id());
    return new Identity(
        Identity.Kind.USER,
        id,
        user.name(),
        Set.of(user.role()),
        Map.of("user", id),
        credentialId,
        expiresAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
