package io.ropeway.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Tells of settings by their names. */
@ApplicationScoped
public class SettingLookup {

  @Inject Config config;

  /** Whether a setting has a value that is not empty. */
  public boolean isSet(String name) {
    return config
        .getOptionalValue(name, String.class)
        .filter(value -> !value.isBlank())
        .isPresent();
  }
}
