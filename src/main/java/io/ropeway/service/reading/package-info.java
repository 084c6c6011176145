/**
 * Who may read a stream by its name alone, without a channel that decides.
 *
 * <p>Each feature knows the names of its own streams and says so by a bean of {@link
 * io.ropeway.service.reading.ReadingRule}; what no feature knows does not exist.
 */
@NullMarked
package io.ropeway.service.reading;

import org.jspecify.annotations.NullMarked;
