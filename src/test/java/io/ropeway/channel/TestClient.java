package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.protocol.JsonText;
import io.ropeway.session.ConnectionListener;
import io.ropeway.session.RecordingConnection;
import java.util.ArrayList;
import java.util.List;

/** A client of a {@link TestNode}: drives text in and reads frames out. */
public final class TestClient {

  private final RecordingConnection connection;
  private final ConnectionListener listener;
  private int settled;

  TestClient(RecordingConnection connection, ConnectionListener listener) {
    this.connection = connection;
    this.listener = listener;
    connection.listenTo(listener);
  }

  public RecordingConnection connection() {
    return connection;
  }

  /** Sends a frame as it is. */
  public void send(String frame) {
    listener.text(frame);
  }

  /** Sends a binary frame. */
  public void sendBinary() {
    listener.binary();
  }

  public void subscribe(String identifier) {
    command("subscribe", identifier, "");
  }

  public void unsubscribe(String identifier) {
    command("unsubscribe", identifier, "");
  }

  /** Calls an action with a JSON object. */
  public void perform(String identifier, String data) {
    command("message", identifier, ",\"data\":" + quoted(data));
  }

  /** Subscribes, and wants that confirmed next. */
  public void follow(String identifier) {
    subscribe(identifier);
    expectConfirmation(identifier);
  }

  /** The connection is gone. */
  public void disconnect() {
    connection.end(1001);
  }

  /** Wants exactly this frame next. */
  public void expect(String frame) {
    assertThat(connection.next()).isEqualTo(frame);
  }

  public void expectConfirmation(String identifier) {
    expect("{\"identifier\":" + quoted(identifier) + ",\"type\":\"confirm_subscription\"}");
  }

  public void expectRejection(String identifier) {
    expect("{\"identifier\":" + quoted(identifier) + ",\"type\":\"reject_subscription\"}");
  }

  /** Wants this message of a subscription next. */
  public void expectMessage(String identifier, String message) {
    expect("{\"identifier\":" + quoted(identifier) + ",\"message\":" + message + "}");
  }

  /**
   * Wants nothing of what was asked so far answered any more. Commands run in order, so the answer
   * to one last command comes after all others.
   */
  public void expectQuiet() {
    assertThat(framesUntilSettled()).isEmpty();
  }

  /** All frames that come before everything asked so far is done. */
  public List<String> framesUntilSettled() {
    String barrier = "barrier " + ++settled;
    subscribe(barrier);
    List<String> before = new ArrayList<>();
    for (String frame = connection.next(); ; frame = connection.next()) {
      assertThat(frame).as("the answer to a last command").isNotNull();
      if (frame.contains(barrier)) {
        return before;
      }
      before.add(frame);
    }
  }

  private void command(String command, String identifier, String rest) {
    send("{\"command\":\"" + command + "\",\"identifier\":" + quoted(identifier) + rest + "}");
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonText.quote(out, text);
    return out.toString();
  }
}
