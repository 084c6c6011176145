package io.ropeway.it.cable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the limits that a test crosses; none may be left that no test crosses. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Crosses {

  /** Full names of settings, such as {@code ropeway.limits.frame-bytes}. */
  String[] value();
}
