package io.ropeway.service.cluster;

import io.ropeway.broadcast.ThisNode;
import io.ropeway.persistence.cluster.LeaseRows;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.room.Elsewhere;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's leases of presence what its presence is, on one thread: it looks at what has
 * changed, writes what that is now, and tries again until the database has it. Whoever finds by
 * that that somebody came or is gone announces it.
 */
@ApplicationScoped
public class PresenceWriter implements Elsewhere {

  private static final System.Logger LOGGER = System.getLogger(PresenceWriter.class.getName());
  private static final int BATCH = 100;
  private static final long RETRY_MILLIS = 1_000;

  @Resource ManagedThreadFactory threads;
  @Inject PresenceRegistry registry;
  @Inject PresenceLeases leases;
  @Inject LeaseRows rows;
  @Inject ThisNode node;
  @Inject Event<PresenceChange> announcements;

  private final DirtyPlaces dirty = new DirtyPlaces();

  /** What stands in the database of this node; used by the writing thread alone. */
  private final Map<Place, PresenceRecord> written = new HashMap<>();

  private @Nullable Thread writer;
  private volatile boolean stopped;
  private volatile boolean forgotten;

  /** Has this bean made while the application starts. */
  void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void start() {
    registry.shareWith(this);
    Thread thread = threads.newThread(this::run);
    writer = thread;
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopped = true;
    Thread running = writer;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public void changed(String room, String who) {
    dirty.add(new Place(room, who));
  }

  @Override
  public List<PresenceRecord> present(String room) {
    try {
      return rows.elsewhere(room, node.incarnation()).stream()
          .map(row -> new PresenceRecord(row.who(), row.info()))
          .toList();
    } catch (RuntimeException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "Presence on other nodes cannot be asked for", e);
      return List.of();
    }
  }

  /** Writes everything again: others took this node for dead, and its leases for left behind. */
  void writeAll() {
    forgotten = true;
    registry.forEachHere(this::changed);
  }

  private void run() {
    try {
      while (!stopped) {
        List<Place> batch = dirty.take(BATCH);
        try {
          write(batch);
        } catch (Refusal e) { // the database is away
          dirty.addAll(batch);
          TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (RuntimeException e) {
          writeOneByOne(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of them cannot be written; it must not keep the others from it. */
  private void writeOneByOne(List<Place> batch) {
    for (Place place : batch) {
      try {
        write(List.of(place));
      } catch (Refusal e) {
        dirty.add(place);
      } catch (RuntimeException e) {
        LOGGER.log(System.Logger.Level.ERROR, "The presence in " + place.room() + " failed", e);
      }
    }
  }

  private void write(List<Place> batch) {
    if (forgotten) {
      forgotten = false;
      written.clear();
    }
    List<PresenceChange> wanted = new ArrayList<>();
    for (Place place : batch) {
      PresenceRecord now = registry.here(place.room(), place.who());
      PresenceRecord before = written.get(place);
      if (!Objects.equals(now, before)) {
        PresenceRecord named = now == null ? before : now;
        wanted.add(
            new PresenceChange(
                place.room(), place.who(), named == null ? null : named.info(), now != null));
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    List<PresenceChange> news = leases.write(node.incarnation(), wanted);
    for (PresenceChange one : wanted) {
      Place place = new Place(one.room(), one.who());
      if (one.present()) {
        written.put(place, new PresenceRecord(one.who(), one.info()));
      } else {
        written.remove(place);
      }
    }
    announce(news);
  }

  /** Tells what is news; on this node and, by its observers, on all others. */
  void announce(List<PresenceChange> news) {
    for (PresenceChange change : news) {
      try {
        announcements.fire(change);
      } catch (RuntimeException e) {
        LOGGER.log(System.Logger.Level.ERROR, "A coming or going was not told", e);
      }
    }
  }
}
