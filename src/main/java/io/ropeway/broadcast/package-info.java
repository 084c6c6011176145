/**
 * Publishing: what an event is, when it leaves, in which order it is delivered, and to whom on this
 * node.
 *
 * <p>Everything that reaches a follower goes through {@link io.ropeway.broadcast.Broadcaster}; no
 * other package walks a room. What an event says, and who may follow a stream, is decided
 * elsewhere.
 */
@NullMarked
package io.ropeway.broadcast;

import org.jspecify.annotations.NullMarked;
