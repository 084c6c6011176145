package io.ropeway.security;

import io.ropeway.config.HttpSettings;
import io.ropeway.config.TestSettings;

/** Makes the bean as the container would. */
public final class TestForwardedHeaders {

  private TestForwardedHeaders() {}

  /** One that trusts these proxies, separated by commas. */
  public static ForwardedHeaders trusting(String proxies) {
    ForwardedHeaders headers = new ForwardedHeaders();
    headers.settings = TestSettings.of(HttpSettings.class, "ropeway.http.trusted-proxies", proxies);
    headers.readSettings();
    return headers;
  }
}
