package io.ropeway.channel;

import io.ropeway.config.AnonymousSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether connections without any credential are let in. */
@ApplicationScoped
public class AnonymousAccess {

  private static final String AUTO = "auto";

  @Inject AnonymousSettings settings;
  @Inject ChannelRegistry channels;

  /** By setting, or because some channel would have them. */
  public boolean isAllowed() {
    return settings.enabled().equals(AUTO)
        ? channels.hasPublicChannel()
        : Boolean.parseBoolean(settings.enabled());
  }
}
