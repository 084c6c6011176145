/**
 * Publishing from outside a transaction, and the care of the log of durable streams.
 *
 * <p>What the events say is other packages' business.
 */
@NullMarked
package io.ropeway.service.stream;

import org.jspecify.annotations.NullMarked;
