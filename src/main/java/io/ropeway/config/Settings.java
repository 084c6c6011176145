package io.ropeway.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a group of settings: its component {@code frameBytes} in the group {@code
 * limits} is the setting {@code ropeway.limits.frame-bytes}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Settings {

  /** The group's name; empty for settings directly under {@code ropeway.}. */
  String value();
}
