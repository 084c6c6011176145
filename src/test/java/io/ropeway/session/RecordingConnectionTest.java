package io.ropeway.session;

import java.util.function.Function;

/** Holds the double to what real transports keep, or tests that use it would prove nothing. */
class RecordingConnectionTest extends ConnectionContract {

  @Override
  protected Peer connect(Function<Connection, ConnectionListener> opener) {
    RecordingConnection connection = new RecordingConnection();
    connection.answerProbes();
    ConnectionListener listener = opener.apply(connection);
    connection.listenTo(listener);
    return new Peer() {
      @Override
      public void send(String text) {
        listener.text(text);
      }

      @Override
      public void sendBinary() {
        listener.binary();
      }

      @Override
      public void close(int code) {
        connection.end(code);
      }

      @Override
      public void vanish() {
        connection.end(1006);
      }

      @Override
      public String next() {
        if (connection.isQuiet() && connection.closed() != null) {
          connection.end(1000); // the client answers
          return "close " + connection.closed();
        }
        String text = connection.next();
        return text == null ? null : "text " + text;
      }
    };
  }
}
