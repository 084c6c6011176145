package io.ropeway.service.erasure;

import io.ropeway.broadcast.RemoteDisconnect;
import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AccessTokenRepository;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Users;
import io.ropeway.service.audit.Audit;
import io.ropeway.service.chat.ChatErasure;
import io.ropeway.service.support.DeskDepartures;
import io.ropeway.service.support.MessageErasure;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Erases users. Their row stays, without a name or a way to sign in, for what refers to it; their
 * credentials end, and with them what they opened. One transaction: all of it or nothing.
 */
@UseCase
@ApplicationScoped
public class UserErasure {

  /** What an erased user is called. */
  public static final String ANONYMOUS = "Anonymous";

  @Inject UserRepository users;
  @Inject AccessTokenRepository tokens;
  @Inject RemoteDisconnect remoteDisconnect;
  @Inject ChatErasure chat;
  @Inject DeskDepartures desk;
  @Inject MessageErasure deskMessages;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /**
   * Erases a user of the caller's account. Once more changes nothing.
   *
   * @throws Refusal FORBIDDEN for anybody but administrators, NOT_FOUND, CONFLICT for oneself
   */
  public void erase(Identity by, long userId) {
    AppUser admin =
        users
            .find(Users.userId(by))
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    if (!admin.isAdmin()) {
      throw Refusal.forbidden("Only administrators may erase a user.");
    }
    if (admin.id() == userId) {
      throw Refusal.conflict("Let another administrator erase you.");
    }
    AppUser user =
        users
            .lock(userId)
            .filter(found -> found.account().id() == admin.account().id())
            .orElseThrow(() -> Refusal.notFound("There is no such user."));
    if (user.isErased()) {
      return;
    }
    audit.note(admin, "user.erase", "user:" + userId);
    desk.leaveAll(userId);
    user.erase(ANONYMOUS, clock.now());
    tokens.removeAll(userId).forEach(id -> remoteDisconnect.ofCredential(String.valueOf(id)));
    chat.erase(user);
    deskMessages.eraseAllOf(user);
  }
}
