/**
 * The HTTP door for programs that publish: {@code POST /_broadcast} as AnyCable 1.6 has it.
 *
 * <p>It checks the key and the size and answers with a status; what a body means is {@code
 * service.broadcast}'s.
 */
@NullMarked
package io.ropeway.rest.broadcast;

import org.jspecify.annotations.NullMarked;
