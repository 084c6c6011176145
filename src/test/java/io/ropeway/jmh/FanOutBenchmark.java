package io.ropeway.jmh;

import io.ropeway.broadcast.Event;
import io.ropeway.broadcast.FanOuts;
import io.ropeway.broadcast.LocalFanOut;
import io.ropeway.protocol.actioncable.ActionCableCodec;
import io.ropeway.room.RoomRegistry;
import io.ropeway.room.Subscriber;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One event to all followers of a stream, up to the connection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FanOutBenchmark {
  private static final String STREAM = "room:1";

  @Param({"10", "1000", "10000"})
  int followers;

  private final RoomRegistry rooms = new RoomRegistry();
  private final LocalFanOut fanOut = FanOuts.over(rooms);
  private final Event event = new Event(STREAM, "{\"event\":\"message.created\",\"data\":{}}");

  @Setup
  public void follow() {
    for (Subscriber subscriber :
        JmhSessions.subscribers(followers, ActionCableCodec.v1(JmhSessions.JSON_DEPTH))) {
      rooms.follow(STREAM, subscriber, null);
    }
  }

  @Benchmark
  public void deliver() {
    fanOut.deliver(event);
  }
}
