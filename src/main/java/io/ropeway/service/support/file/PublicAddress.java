package io.ropeway.service.support.file;

import io.ropeway.config.HttpSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The address under which this installation is reached: that of {@code ropeway.http.public-url},
 * else the one that the request being served was addressed to.
 */
@ApplicationScoped
public class PublicAddress {

  @Inject HttpSettings settings;

  /** What is made on a thread is made for the request that it serves. */
  private final ThreadLocal<String> origins = new ThreadLocal<>();

  /** Begins a request that was addressed to an origin. */
  public void enter(String origin) {
    origins.set(origin);
  }

  /** Ends the thread's request. */
  public void leave() {
    origins.remove();
  }

  /** Without a slash at its end; empty if neither is known. */
  public String root() {
    String origin = origins.get();
    return settings
        .publicUrl()
        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
        .orElse(origin == null ? "" : origin);
  }
}
