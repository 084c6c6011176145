package io.ropeway.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a method of a {@link Channel} regularly while a subscription is live. It may take the
 * {@link Subscription}; what it returns, unless void or null, is transmitted. A call that would
 * come while the one before still waits or runs is left out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Every {

  /** The period as ISO-8601 duration, such as {@code PT1S}. */
  String value();
}
