/**
 * Chat rooms that remember: who may see, say, change and read what.
 *
 * <p>What happens in a room is stored first and published on the room's stream in the same
 * transaction, so it is heard after the commit. How it looks on a client's wire beyond the event's
 * JSON, typing, and presence are the channel's.
 */
@NullMarked
package io.ropeway.service.chat;

import org.jspecify.annotations.NullMarked;
