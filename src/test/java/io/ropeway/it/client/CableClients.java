package io.ropeway.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens the clients of a test and closes them after it; one that is open then must have no frame
 * that the test did not expect.
 */
public final class CableClients implements AfterEachCallback {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Supplier<URI> server;
  private final List<CableClient> open = new CopyOnWriteArrayList<>();

  /**
   * @param server the address of the application's root
   */
  public CableClients(Supplier<URI> server) {
    this.server = server;
  }

  /** A welcomed client with the plain subprotocol. */
  public CableClient open() {
    return at("/cable").open();
  }

  /** Describes a client that opens a path, with a query if it likes. */
  public Handshake at(String pathAndQuery) {
    return new Handshake(pathAndQuery);
  }

  /** How many were opened and have not been closed since. */
  public long size() {
    return open.stream().filter(CableClient::isOpen).count();
  }

  /** Closes all others. */
  public void closeAllBut(CableClient staying) {
    open.stream().filter(client -> client != staying).forEach(CableClient::close);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      if (context.getExecutionException().isEmpty()) {
        open.forEach(CableClient::close);
      }
    } finally {
      open.forEach(CableClient::leave);
      open.clear();
    }
  }

  /** A client that is about to connect. */
  public final class Handshake {

    private final String pathAndQuery;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private List<String> subprotocols = List.of("actioncable-v1-json", "actioncable-unsupported");
    private Predicate<JsonObject> passedOver = Frames.ofType("ping", "welcome");

    private Handshake(String pathAndQuery) {
      this.pathAndQuery = pathAndQuery;
    }

    public Handshake header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Offers these instead of what {@code @rails/actioncable} offers. */
    public Handshake offering(String... names) {
      subprotocols = List.of(names);
      return this;
    }

    /** Shows pings and the welcome as well. */
    public Handshake showingEverything() {
      passedOver = frame -> false;
      return this;
    }

    /** Shows the welcome as well. */
    public Handshake showingWelcome() {
      passedOver = Frames.ofType("ping");
      return this;
    }

    /** Shows pings alone as well. */
    public Handshake showingPings() {
      passedOver = Frames.ofType("welcome");
      return this;
    }

    /** Connects; the server must agree to the upgrade. */
    public CableClient open() {
      try {
        return connect();
      } catch (WebSocketHandshakeException e) {
        throw new AssertionError("Refused with " + e.getResponse().statusCode(), e);
      }
    }

    /** Connects in vain; the server must answer with an HTTP status. */
    public void refused(int status) {
      try {
        connect();
        fail("Upgraded, instead of a refusal with " + status);
      } catch (WebSocketHandshakeException e) {
        assertThat(e.getResponse().statusCode()).isEqualTo(status);
      }
    }

    private CableClient connect() throws WebSocketHandshakeException {
      URI root = server.get();
      CableClient client = new CableClient(passedOver);
      WebSocket.Builder builder = HTTP.newWebSocketBuilder();
      headers.forEach(builder::header);
      if (!subprotocols.isEmpty()) {
        builder.subprotocols(
            subprotocols.get(0), subprotocols.stream().skip(1).toArray(String[]::new));
      }
      URI address = URI.create("ws://" + root.getHost() + ":" + root.getPort() + pathAndQuery);
      try {
        client.opened(
            builder
                .buildAsync(address, client.listener())
                .orTimeout(CableClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join());
      } catch (CompletionException e) {
        if (e.getCause() instanceof WebSocketHandshakeException refused) {
          throw refused;
        }
        throw new AssertionError("Cannot connect to " + address.getPath(), e);
      }
      open.add(client);
      return client;
    }
  }
}
