package io.ropeway.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Passes bytes on between clients and a server, and cuts each connection, in the middle of whatever
 * is under way, once it has passed on as many bytes as were set for it.
 */
final class TcpProxy implements AutoCloseable {

  private static final int CONNECT_MILLIS = 2_000;

  private final ServerSocket listening;
  private final Supplier<URI> server;
  private final LongSupplier bytesUntilCut;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * Listens at a port of its own.
   *
   * @param server where a new connection leads
   * @param bytesUntilCut asked for each new connection, on its thread: the number of bytes after
   *     which it is cut, in both directions together
   */
  TcpProxy(Supplier<URI> server, LongSupplier bytesUntilCut) {
    this.server = server;
    this.bytesUntilCut = bytesUntilCut;
    try {
      listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  /** Its address, as if it were the server. */
  URI uri() {
    return URI.create("http://localhost:" + listening.getLocalPort() + "/");
  }

  /** How many connections it has cut. */
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(TcpProxy::end);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        thread(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    URI to = server.get();
    Socket further = new Socket();
    open.add(further);
    try {
      further.connect(new InetSocketAddress(to.getHost(), to.getPort()), CONNECT_MILLIS);
      further.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      AtomicLong left = new AtomicLong(bytesUntilCut.getAsLong());
      thread(() -> pass(further, client, left));
      pass(client, further, left);
    } catch (IOException e) {
      end(client);
      end(further);
    }
  }

  private void pass(Socket from, Socket to, AtomicLong left) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        long before = left.getAndAdd(-read);
        out.write(bytes, 0, (int) Math.max(0, Math.min(read, before)));
        if (before > 0 && before <= read) {
          cuts.incrementAndGet();
        }
        if (before <= read) {
          break;
        }
      }
    } catch (IOException e) {
      // The other direction has ended it.
    } finally {
      end(from);
      end(to);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, one way or the other.
    }
  }
}
