/**
 * Who on this node hears which stream, who is present in it, and who is typing.
 *
 * <p>Reads are the product here, so a room is an immutable snapshot that joins and leaves replace.
 * Nothing in this package publishes, stores or authorises.
 */
@NullMarked
package io.ropeway.room;

import org.jspecify.annotations.NullMarked;
