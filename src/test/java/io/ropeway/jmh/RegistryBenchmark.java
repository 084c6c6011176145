package io.ropeway.jmh;

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

/** One more follower joins a stream that has many, and leaves again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RegistryBenchmark {
  private static final String STREAM = "room:1";

  @Param({"10", "1000", "10000"})
  int followers;

  private final RoomRegistry rooms = new RoomRegistry();
  private Subscriber oneMore;

  @Setup
  public void follow() {
    Subscriber[] subscribers =
        JmhSessions.subscribers(followers + 1, ActionCableCodec.v1(JmhSessions.JSON_DEPTH));
    for (int i = 0; i < followers; i++) {
      rooms.follow(STREAM, subscribers[i], null);
    }
    oneMore = subscribers[followers];
  }

  @Benchmark
  public void joinAndLeave() {
    rooms.follow(STREAM, oneMore, null);
    rooms.leave(STREAM, oneMore);
  }
}
