package io.ropeway.session;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client sent to open its connection, as it stays readable while the connection lives.
 *
 * <p>Thousands of these are held at a time, so headers are one flat array and nothing derived is
 * stored. It holds credentials: {@link #toString()} shows the path alone.
 */
public final class HandshakeRequest {

  private final URI uri;
  private final String remoteAddress;
  private final String[] headers;

  /**
   * @param uri the full URL that the client opened, with the scheme and host that it used
   * @param remoteAddress the client's address, behind trusted proxies
   * @param headers names and values in turn
   */
  public HandshakeRequest(URI uri, String remoteAddress, List<String> headers) {
    this.uri = uri;
    this.remoteAddress = remoteAddress;
    this.headers = headers.toArray(String[]::new);
    for (int i = 0; i < this.headers.length; i += 2) {
      this.headers[i] = this.headers[i].toLowerCase(Locale.ROOT).intern();
    }
  }

  /** The full URL with its query. */
  public URI uri() {
    return uri;
  }

  /** The client's address. */
  public String remoteAddress() {
    return remoteAddress;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** All values of a header. */
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>(1);
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase(name)) {
        values.add(headers[i + 1]);
      }
    }
    return values;
  }

  /** The items of a header that is a comma-separated list, over all its lines. */
  public List<String> headerItems(String name) {
    List<String> items = new ArrayList<>();
    for (String line : headers(name)) {
      for (String item : line.split(",", -1)) {
        if (!item.isBlank()) {
          items.add(item.strip());
        }
      }
    }
    return items;
  }

  /** A cookie's value as sent; values with spaces, which some clients send, are kept. */
  public Optional<String> cookie(String name) {
    for (String line : headers("cookie")) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> parameter(String name) {
    String query = uri.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (decode(key).equals(name)) {
        return Optional.of(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone percent sign: take what was sent
    }
  }

  @Override
  public String toString() {
    return uri.getPath();
  }
}
