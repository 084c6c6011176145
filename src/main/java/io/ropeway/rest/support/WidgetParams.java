package io.ropeway.rest.support;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** By what every request of a widget says of which website and which visitor it is. */
public class WidgetParams {

  @QueryParam("website_token")
  @Nullable String website;

  @HeaderParam("X-Auth-Token")
  @Nullable String token;

  /** The website's name; an empty one is nobody's. */
  String website() {
    return website == null ? "" : website;
  }
}
