package io.ropeway.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request and its response without a server: what the guards ask for is answered, anything else
 * fails the test.
 */
public final class HttpExchange {

  private final Map<String, List<String>> requestHeaders =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<String>> responseHeaders =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final String method;
  private final String path;
  private String peer = "203.0.113.7";
  private String scheme = "http";
  private String serverName = "chat.example.com";
  private int serverPort = 80;
  private String query;
  private int status = 200;

  private HttpExchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static HttpExchange of(String method, String path) {
    return new HttpExchange(method, path);
  }

  public HttpExchange from(String address) {
    peer = address;
    return this;
  }

  /** What the request was addressed to, as the server next to it sees it. */
  public HttpExchange to(String toScheme, String host, int port) {
    scheme = toScheme;
    serverName = host;
    serverPort = port;
    return this;
  }

  public HttpExchange query(String text) {
    query = text;
    return this;
  }

  public HttpExchange header(String name, String value) {
    requestHeaders.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  public int status() {
    return status;
  }

  /** The only value of a response header, or null. */
  public String answered(String name) {
    List<String> values = responseHeaders.get(name);
    return values == null ? null : String.join(", ", values);
  }

  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getServletPath" -> path;
                  case "getPathInfo" -> null;
                  case "getQueryString" -> query;
                  case "getRemoteAddr" -> peer;
                  case "getScheme" -> scheme;
                  case "getServerName" -> serverName;
                  case "getServerPort" -> serverPort;
                  case "getHeader" ->
                      requestHeaders.getOrDefault(arguments[0], List.of()).stream()
                          .findFirst()
                          .orElse(null);
                  case "getHeaders" ->
                      Collections.enumeration(requestHeaders.getOrDefault(arguments[0], List.of()));
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  public HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> {
              switch (called.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" ->
                    responseHeaders.put(
                        (String) arguments[0], new ArrayList<>(List.of((String) arguments[1])));
                case "addHeader" ->
                    responseHeaders
                        .computeIfAbsent((String) arguments[0], key -> new ArrayList<>())
                        .add((String) arguments[1]);
                case "setContentType" ->
                    responseHeaders.put("Content-Type", List.of((String) arguments[0]));
                case "setContentLength" ->
                    responseHeaders.put(
                        "Content-Length",
                        List.of(String.format(Locale.ROOT, "%d", (int) arguments[0])));
                case "getOutputStream" -> {
                  return output();
                }
                default -> throw new UnsupportedOperationException(called.getName());
              }
              return null;
            });
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
