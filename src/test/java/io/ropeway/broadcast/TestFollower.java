package io.ropeway.broadcast;

import io.ropeway.room.Subscriber;
import io.ropeway.session.ClientSession;
import io.ropeway.session.Identity;
import io.ropeway.session.RecordingConnection;
import io.ropeway.session.TestSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client with one subscription, which notes what befalls it. */
final class TestFollower implements Subscriber.Fate {

  private static final Pattern DATA = Pattern.compile("\"message\":(.*?),\"stream_id\".*");
  private static final Pattern PASSING = Pattern.compile("\"message\":(.*)}");

  final RecordingConnection connection = new RecordingConnection();
  final List<String> fate = new ArrayList<>();
  final ClientSession session;
  final Subscriber subscriber;
  private final TestBroadcasting node;

  TestFollower(TestBroadcasting node) {
    this(node, TestSessions.user("1"));
  }

  TestFollower(TestBroadcasting node, Identity identity) {
    this.node = node;
    session = TestSessions.on(connection, identity, TestSessions.EXTENDED);
    subscriber = new Subscriber(session, "x", this);
    connection.sendingOn(session.outbox()::sent);
  }

  /** Begins to follow, as a channel does before it finds out who may. */
  Follow hold(String stream) {
    return node.follows.hold(stream, subscriber, null);
  }

  /** Follows from the present head. */
  Follow follow(String stream) {
    Follow follow = hold(stream);
    follow.startAt(node.follows.head(stream), false);
    follow.goLive();
    return follow;
  }

  /** Follows and asks for what came after an offset. */
  Follow followAfter(String stream, long offset, Runnable done) {
    Follow follow = hold(stream);
    follow.startAt(node.follows.head(stream), false);
    follow.replayAfter(offset, done);
    return follow;
  }

  /** The payloads that were sent to it, in order. */
  List<String> heard() {
    return connection.texts().stream().map(TestFollower::payload).toList();
  }

  private static String payload(String frame) {
    Matcher data = DATA.matcher(frame);
    if (data.find()) {
      return data.group(1);
    }
    Matcher passing = PASSING.matcher(frame);
    return passing.find() ? passing.group(1) : frame;
  }

  @Override
  public void evicted() {
    fate.add("evicted");
  }

  @Override
  public void lost(String stream) {
    fate.add("lost " + stream);
  }

  @Override
  public void restarted(String stream) {
    fate.add("restarted " + stream);
  }
}
