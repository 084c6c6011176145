/**
 * What the support desk tells: for each thing that happens the audience and the body of its event.
 *
 * <p>Called by the use cases of {@code service.support} inside their transactions. Decides nothing.
 */
@NullMarked
package io.ropeway.service.support.event;

import org.jspecify.annotations.NullMarked;
