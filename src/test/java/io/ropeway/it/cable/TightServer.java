package io.ropeway.it.cable;

import io.ropeway.it.ServerProcess;
import java.net.URI;

/**
 * The server with small limits and short times, so that they can be crossed. One that runs already
 * is used if its address is in the system property {@code ropeway.it.tight}.
 */
public final class TightServer {

  static final int FRAME_BYTES = 4096;
  static final int JSON_DEPTH = 8;
  static final int IDENTIFIER_CHARS = 300;
  static final int SUBSCRIPTIONS = 5;
  static final int STREAMS = 6;
  static final int CONNECTIONS = 60;
  static final int CONNECTIONS_PER_IDENTITY = 3;
  static final int COMMANDS_PER_SECOND = 20;
  static final int COMMAND_BURST = 40;
  static final int QUEUED_COMMANDS = 12;
  static final int UNDECODABLE_FRAMES = 5;
  static final int OUTBOX_BYTES = 65_536;
  static final int OUTBOX_FRAMES = 25;

  private TightServer() {}

  public static URI address() {
    String running = System.getProperty("ropeway.it.tight");
    return running == null ? process().uri() : URI.create(running);
  }

  /** Its process, for tests that restart it. */
  static ServerProcess process() {
    return Holder.SERVER;
  }

  private static final class Holder {
    static final ServerProcess SERVER =
        ServerProcess.named("tight")
            .withFixtures()
            .setting("ropeway.limits.frame-bytes", FRAME_BYTES)
            .setting("ropeway.limits.json-depth", JSON_DEPTH)
            .setting("ropeway.limits.identifier-chars", IDENTIFIER_CHARS)
            .setting("ropeway.limits.subscriptions", SUBSCRIPTIONS)
            .setting("ropeway.limits.streams", STREAMS)
            .setting("ropeway.limits.connections", CONNECTIONS)
            .setting("ropeway.limits.connections-per-identity", CONNECTIONS_PER_IDENTITY)
            .setting("ropeway.limits.commands-per-second", COMMANDS_PER_SECOND)
            .setting("ropeway.limits.command-burst", COMMAND_BURST)
            .setting("ropeway.limits.queued-commands", QUEUED_COMMANDS)
            .setting("ropeway.limits.undecodable-frames", UNDECODABLE_FRAMES)
            .setting("ropeway.limits.outbox-bytes", OUTBOX_BYTES)
            .setting("ropeway.limits.outbox-frames", OUTBOX_FRAMES)
            .setting("ropeway.heartbeat.ping", "PT0.5S")
            .setting("ropeway.heartbeat.probe", "PT1S")
            .setting("ropeway.anonymous.grace", "PT2S")
            .setting("ropeway.channels.handler-timeout", "PT0.7S")
            .setting("ropeway.presence.grace", "PT0.5S")
            .setting("ropeway.chat.typing", "PT1S")
            .setting(
                "ropeway.cable.allowed-origins",
                "https://exact.example.net,https://*.example.com,http://app.example.org:*")
            .setting("ropeway.http.trusted-proxies", "127.0.0.1")
            .start();
  }
}
