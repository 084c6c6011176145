package io.ropeway.protocol;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a client asks for, whatever its dialect. */
public sealed interface ClientCommand {

  /** Calls the handler's method for this command. */
  void dispatchTo(Handler handler);

  /**
   * Wants to follow what the identifier names.
   *
   * @param history what it wants to be told again once that is confirmed, or null
   * @param presence as whom it wants to be present after that, or null
   */
  record Subscribe(
      String identifier, @Nullable HistoryRequest history, @Nullable PresenceRecord presence)
      implements ClientCommand {

    /** Wants nothing besides. */
    public Subscribe(String identifier) {
      this(identifier, null, null);
    }

    @Override
    public void dispatchTo(Handler handler) {
      handler.subscribe(this);
    }
  }

  /** Wants to stop following. */
  record Unsubscribe(String identifier) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.unsubscribe(this);
    }
  }

  /** Calls an action of a subscription's channel with an object of data. */
  record Perform(String identifier, JsonObject data) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.perform(this);
    }
  }

  /** Wants to be told again what it missed of a subscription's streams. */
  record History(String identifier, HistoryRequest request) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.history(this);
    }
  }

  /** Says something to the other followers of a subscription, past its channel. */
  record Whisper(String identifier, JsonValue data) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.whisper(this);
    }
  }

  /** Wants to be present where a subscription is. */
  record Join(String identifier, PresenceRecord presence) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.join(this);
    }
  }

  /** Wants to be present there no more. */
  record Leave(String identifier) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.leave(this);
    }
  }

  /**
   * Asks who is present where a subscription is.
   *
   * @param returnRecords whether it wants to know who, or only how many
   */
  record Presence(String identifier, boolean returnRecords) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.presence(this);
    }
  }

  /** Asks whether the server is there. */
  record Ping() implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.ping(this);
    }
  }

  /** Answers the server's ping. */
  record Pong() implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.pong(this);
    }
  }

  /** A well-formed frame with a command that this server does not know. */
  record Unknown(String name) implements ClientCommand {
    @Override
    public void dispatchTo(Handler handler) {
      handler.unknown(this);
    }
  }

  /** One method a command, so that adding a command is a compile error wherever it matters. */
  interface Handler {
    void subscribe(Subscribe command);

    void unsubscribe(Unsubscribe command);

    void perform(Perform command);

    void history(History command);

    void whisper(Whisper command);

    void join(Join command);

    void leave(Leave command);

    void presence(Presence command);

    void ping(Ping command);

    void pong(Pong command);

    void unknown(Unknown command);
  }
}
