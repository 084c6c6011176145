package io.ropeway.service.support.file;

import io.ropeway.persistence.support.AttachmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes files out of the folder that belong to no message: whose message never came, or which could
 * not be taken away when it was deleted. At most once an hour it looks through the last two days
 * and one day more, each in its turn. Wants a transaction around it.
 */
@ApplicationScoped
class FolderSweep {

  private static final System.Logger LOGGER = System.getLogger(FolderSweep.class.getName());

  private static final Duration PAUSE = Duration.ofHours(1);
  private static final int RECENT = 2;
  private static final int AT_ONCE = 500;

  @Inject FileFolder folder;
  @Inject AttachmentRepository attachments;

  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * Looks if it is time to.
   *
   * @param before younger files may still await their message
   */
  void run(Instant now, Instant before) {
    Instant due = next.get();
    if (now.isBefore(due) || !next.compareAndSet(due, now.plus(PAUSE))) {
      return;
    }
    try {
      for (String day : someDays()) {
        sweep(folder.keys(day, before));
      }
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.WARNING, "Files of no message are left in the folder", e);
    }
  }

  private Set<String> someDays() {
    List<String> days = folder.days();
    Set<String> some = new LinkedHashSet<>();
    if (!days.isEmpty()) {
      some.add(days.get(Math.floorMod(turn.getAndIncrement(), days.size())));
      some.addAll(days.subList(Math.max(0, days.size() - RECENT), days.size()));
    }
    return some;
  }

  private void sweep(List<String> keys) {
    for (int start = 0; start < keys.size(); start += AT_ONCE) {
      List<String> some = keys.subList(start, Math.min(keys.size(), start + AT_ONCE));
      List<String> orphans = new ArrayList<>(some);
      orphans.removeAll(attachments.knownKeys(some));
      orphans.forEach(folder::remove);
    }
  }
}
