package io.ropeway.protocol;

import jakarta.json.JsonObject;

/** What a client asks for, whatever its dialect. */
public sealed interface ClientCommand {

  /** Calls the handler's method for this command. */
  void dispatchTo(Handler handler);

  /** Wants to follow what the identifier names. */
  record Subscribe(String identifier) implements ClientCommand {
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

    void ping(Ping command);

    void pong(Pong command);

    void unknown(Unknown command);
  }
}
