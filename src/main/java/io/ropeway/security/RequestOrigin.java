package io.ropeway.security;

/**
 * Where a request really came from and what it was addressed to, after trusted proxies.
 *
 * @param scheme {@code http} or {@code https}, as the client used it
 * @param host the host name that the client used, in lower case, without a port
 * @param port the port that the client used
 * @param remoteAddress the client's IP address
 */
public record RequestOrigin(String scheme, String host, int port, String remoteAddress) {

  /** Whether the client's own connection was encrypted. */
  public boolean secure() {
    return scheme.equals("https");
  }

  /** The origin as a browser would write it: without the scheme's default port. */
  public String origin() {
    boolean standard = port == (secure() ? 443 : 80);
    return scheme + "://" + host + (standard ? "" : ":" + port);
  }
}
