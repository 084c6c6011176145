package io.ropeway.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets clients call a method of a {@link Channel}.
 *
 * <p>Its parameters, both optional and in any order: the {@link Subscription}, and one for the
 * data, either {@link jakarta.json.JsonObject} or a record, which is bound by JSON-B and checked by
 * Jakarta Validation before the method is called. What it returns, unless void or null, is
 * transmitted to the caller.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Action {

  /** The action's name on the wire; the method's name if empty. */
  String value() default "";
}
