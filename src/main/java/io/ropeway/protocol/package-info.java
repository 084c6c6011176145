/**
 * The words of the wire as records, and the contract of a codec that turns text into them and back.
 *
 * <p>Nothing here knows sessions, channels or sockets; JSON-P is the only library. One sub-package
 * a dialect holds its codec. Everything is immutable or stateless and may be called from any
 * thread.
 */
@NullMarked
package io.ropeway.protocol;

import org.jspecify.annotations.NullMarked;
