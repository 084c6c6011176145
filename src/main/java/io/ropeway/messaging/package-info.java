/**
 * The bus between nodes over one JMS topic: one thread that sends, one that receives.
 *
 * <p>It only makes things fast; whatever may not be lost is in the log. So nothing here waits for
 * anybody but its own two threads, and what cannot be sent in time is dropped and counted. What a
 * message does on arrival is decided in {@code broadcast}.
 */
@NullMarked
package io.ropeway.messaging;

import org.jspecify.annotations.NullMarked;
