package io.ropeway.jmh;

import io.ropeway.protocol.ClientCommand;
import io.ropeway.protocol.EncodedFrame;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.protocol.ProtocolCodec;
import io.ropeway.protocol.ServerMessage;
import io.ropeway.protocol.actioncable.ActionCableCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One frame in, one frame out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {
  private static final String QUOTED_IDENTIFIER =
      "\"" + JmhSessions.IDENTIFIER.replace("\"", "\\\"") + "\"";
  private static final String SUBSCRIBE =
      "{\"command\":\"subscribe\",\"identifier\":" + QUOTED_IDENTIFIER + "}";
  private static final String PERFORM =
      "{\"command\":\"message\",\"identifier\":"
          + QUOTED_IDENTIFIER
          + ",\"data\":\"{\\\"action\\\":\\\"speak\\\",\\\"text\\\":\\\"Good morning\\\"}\"}";
  private static final String PAYLOAD =
      "{\"event\":\"message.created\",\"data\":{\"id\":1,\"text\":\"Good morning\"}}";

  private final ProtocolCodec codec = ActionCableCodec.v1(JmhSessions.JSON_DEPTH);
  private final ServerMessage data = new ServerMessage.Data(JmhSessions.IDENTIFIER, PAYLOAD);
  private final ServerMessage ping = new ServerMessage.Ping(1_700_000_000L);

  @Benchmark
  public ClientCommand decodeSubscribe() throws MalformedFrameException {
    return codec.decode(SUBSCRIBE);
  }

  @Benchmark
  public ClientCommand decodePerform() throws MalformedFrameException {
    return codec.decode(PERFORM);
  }

  @Benchmark
  public EncodedFrame encodeData() {
    return codec.encode(data);
  }

  @Benchmark
  public EncodedFrame encodePing() {
    return codec.encode(ping);
  }
}
