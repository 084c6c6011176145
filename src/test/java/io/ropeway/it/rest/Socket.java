package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection of an Action Cable client whose pings are left out. */
final class Socket implements WebSocket.Listener {

  private static final int PATIENCE_SECONDS = 10;

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile WebSocket connection;

  private Socket() {}

  /** Connects, and waits for the welcome. */
  static Socket open(URI root, String query) {
    Socket socket = new Socket();
    URI cable = URI.create(root.resolve("/cable" + query).toString().replaceFirst("http", "ws"));
    socket.connection =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("actioncable-v1-json")
            .buildAsync(cable, socket)
            .join();
    assertThat(socket.next()).contains("\"welcome\"");
    return socket;
  }

  String next() {
    try {
      String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("a message within %s seconds", PATIENCE_SECONDS).isNotNull();
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void send(String text) {
    connection.sendText(text, true).join();
  }

  /** Passes over messages until one has this text. */
  void awaitMessage(String text) {
    while (!next().contains(text)) {
      assertThat(isOpen()).isTrue();
    }
  }

  /** Whether half a second brings no message. */
  boolean isSilent() {
    try {
      return messages.poll(500, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the server has closed the connection. */
  int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String message = partial.toString();
      partial.setLength(0);
      if (!message.contains("\"type\":\"ping\"")) {
        messages.add(message);
      }
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }
}
