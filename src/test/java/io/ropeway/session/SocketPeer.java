package io.ropeway.session;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client over a real socket; the JDK's, which answers pings and closes by itself. */
public final class SocketPeer implements ConnectionContract.Peer, WebSocket.Listener {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final StringBuilder parts = new StringBuilder();
  private final WebSocket socket;

  public SocketPeer(URI uri) {
    socket = CLIENT.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      arrived.add("text " + parts);
      parts.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    arrived.add("close " + code + " " + reason);
    return null;
  }

  @Override
  public void send(String text) {
    socket.sendText(text, true).join();
  }

  @Override
  public void sendBinary() {
    socket.sendBinary(ByteBuffer.allocate(3), true).join();
  }

  @Override
  public void close(int code) {
    socket.sendClose(code, "").join();
  }

  @Override
  public void vanish() {
    socket.abort();
  }

  @Override
  public String next() throws InterruptedException {
    return arrived.poll(10, TimeUnit.SECONDS);
  }
}
