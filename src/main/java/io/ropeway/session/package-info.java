/**
 * One connected client: who it is, what it may use, how frames reach it, and how it ends.
 *
 * <p>Sessions know nothing of channels or streams. {@link io.ropeway.session.Connection} is the
 * seam to whatever carries the bytes; {@link io.ropeway.session.Outbox} bounds what waits for it.
 * Methods may be called from any thread unless they say otherwise, and none blocks.
 */
@NullMarked
package io.ropeway.session;

import org.jspecify.annotations.NullMarked;
