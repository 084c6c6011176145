package io.ropeway.channel;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Channel} known under a name. Each subscription gets an instance of its own, so
 * fields are the subscription's state.
 */
@Stereotype
@Dependent
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ChannelName {

  /** The name that clients put under {@code channel} in the identifier. */
  String value();

  /** Who may try to subscribe. */
  Access access() default Access.AUTHENTICATED;

  /**
   * Patterns of the names of streams whose events are kept in a log, so that clients can be told
   * again what they missed; {@code *} stands for any run of characters. Publishing there stores.
   */
  String[] durable() default {};

  /** Settings of which one must have a value for the channel to be there; none if it always is. */
  String[] onlyWith() default {};

  /**
   * Names of events whose effect cannot be taken back: a client that cannot say whether it has got
   * one is not sent it again, but for what a node had sent in the three seconds before it was
   * killed, and had not noted yet. All other events may reach such a client twice if its connection
   * broke while they were under way.
   */
  String[] once() default {};
}
