package io.ropeway.service.audit;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.audit.AuditEntry;
import io.ropeway.persistence.audit.AuditRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.account.Users;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what people with special rights do, and shows it to administrators of their account. */
@UseCase
@ApplicationScoped
public class Audit {

  /** The most entries that a page has. */
  public static final int PAGE_AT_MOST = 100;

  @Inject AuditRepository entries;
  @Inject UserRepository users;
  @Inject DatabaseClock clock;

  /**
   * Notes a deed, with the transaction that does it.
   *
   * @param action what is done, such as {@code message.delete}
   * @param subject what it is done to, by its id
   */
  public void note(AppUser actor, String action, String subject) {
    String key = Identity.key(Identity.Kind.USER, actor.id());
    entries.add(new AuditEntry(actor.account().id(), key, action, subject, clock.now()));
  }

  /**
   * Some entries of the caller's account.
   *
   * @param before only older ones than this id; null for the newest
   * @throws Refusal FORBIDDEN for anybody but administrators, INVALID
   */
  public AuditPage page(Identity who, @Nullable Long before, int limit) {
    AppUser user =
        users
            .find(Users.userId(who))
            .orElseThrow(() -> Refusal.unauthenticated("This user is gone."));
    if (!user.isAdmin()) {
      throw Refusal.forbidden("Only administrators may see the audit.");
    }
    if (limit < 1 || limit > PAGE_AT_MOST) {
      throw Refusal.invalid("A page has 1 to 100 entries.");
    }
    List<AuditView> found =
        entries
            .before(user.account().id(), before == null ? Long.MAX_VALUE : before, limit + 1)
            .stream()
            .map(AuditView::of)
            .toList();
    boolean hasMore = found.size() > limit;
    return new AuditPage(hasMore ? found.subList(0, limit) : found, hasMore);
  }
}
