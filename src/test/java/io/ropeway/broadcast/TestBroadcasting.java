package io.ropeway.broadcast;

import io.ropeway.config.LimitSettings;
import io.ropeway.config.ReplaySettings;
import io.ropeway.config.StreamSettings;
import io.ropeway.config.TestSettings;
import io.ropeway.container.HeardEvents;
import io.ropeway.room.PresenceChange;
import io.ropeway.room.RoomRegistry;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.ManualTime;
import io.ropeway.session.SessionRegistry;
import io.ropeway.session.TestRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * The publishing side of a node, wired by hand: deliveries and readings happen on the thread that
 * asks for them, and streams are durable whose names begin with {@code durable}.
 */
public final class TestBroadcasting {

  public final RoomRegistry rooms = new RoomRegistry();
  public final TestTransactions transactions = new TestTransactions();
  public final Broadcaster broadcaster = new Broadcaster();
  public final Evictions evictions = new Evictions();
  public final LocalFanOut fanOut = new LocalFanOut();
  public final StreamFollows follows = new StreamFollows();
  public final Histories histories = new Histories();
  public final StreamNames names = new StreamNames();
  public final Sequencers sequencers = new Sequencers();
  public final HeadWatch headWatch = new HeadWatch();
  public final List<BusMessage> sent = new ArrayList<>();

  /** What other nodes told and features may care for. */
  public final List<BusMessage> toldOthers = new ArrayList<>();

  public final TestStreamLog log;
  public final ManualTime time;
  final TestDelivery delivery = new TestDelivery();
  final LogReader reader = new LogReader();
  final SessionRegistry sessions;
  final EndedCredentials endedCredentials;
  private final Transactions luggage = new Transactions();

  public TestBroadcasting() {
    this(new ManualTime(), new TestStreamLog());
  }

  /** A node with this log, of which there may be others. */
  public TestBroadcasting(ManualTime time, TestStreamLog log) {
    this.time = time;
    this.log = log;
    LimitSettings limits = TestSettings.of(LimitSettings.class);
    sessions = TestRegistry.with(limits);
    endedCredentials = TestRegistry.endedCredentials(limits, time.wheel());
    fanOut.rooms = rooms;
    names.settings = TestSettings.of(StreamSettings.class, "ropeway.streams.durable", "durable*");
    names.readSettings();
    luggage.registry = transactions;
    luggage.log = log;
    wireReading();
    wirePublishing();
    follows.names = names;
    follows.rooms = rooms;
    follows.sequencers = sequencers;
    follows.log = log;
    histories.log = log;
    evictions.transactions = luggage;
    evictions.names = names;
    evictions.broadcaster = broadcaster;
    evictions.rooms = rooms;
  }

  private void wireReading() {
    reader.log = log;
    reader.timers = time.wheel();
    reader.readers = Runnable::run;
    ControlEntries control = new ControlEntries();
    control.sessions = sessions;
    control.endedCredentials = endedCredentials;
    sequencers.delivery = delivery;
    sequencers.fanOut = fanOut;
    sequencers.reader = reader;
    sequencers.log = log;
    sequencers.timers = time.wheel();
    sequencers.control = control;
    sequencers.sessions = sessions;
    sequencers.settings = TestSettings.of(ReplaySettings.class);
    sequencers.gather();
    headWatch.sequencers = sequencers;
    headWatch.reader = reader;
    headWatch.log = log;
    headWatch.timers = time.wheel();
  }

  private void wirePublishing() {
    broadcaster.transactions = luggage;
    broadcaster.names = names;
    broadcaster.fanOut = fanOut;
    broadcaster.sequencers = sequencers;
    broadcaster.delivery = delivery;
    broadcaster.bus = sent::add;
    broadcaster.start();
  }

  /** Tells of presence. */
  public PresenceNews presenceNews() {
    PresenceNews news = new PresenceNews();
    news.broadcaster = broadcaster;
    return news;
  }

  /** Tells of what changes in the presence of all nodes. */
  public void tell(PresenceChange change) {
    presenceNews().changed(change);
  }

  /** Publishes in a transaction of its own. */
  public void commit(Event... events) {
    transactions.begin();
    for (Event event : events) {
      broadcaster.publish(event);
    }
    transactions.commit();
  }

  /** What transactions take along, for tests of that. */
  Transactions luggage() {
    return luggage;
  }

  /** Has the node follow what concerns all nodes, as it does from its start. */
  public void followControl() {
    ControlStream control = new ControlStream();
    control.sequencers = sequencers;
    control.log = log;
    control.follow();
  }

  /** What the node does with what others tell. */
  public BusInbox inbox() {
    BusInbox made = new BusInbox();
    made.sequencers = sequencers;
    made.heads = headWatch;
    made.fanOut = fanOut;
    made.sessions = sessions;
    made.others = new HeardEvents<>(toldOthers::add);
    return made;
  }
}
