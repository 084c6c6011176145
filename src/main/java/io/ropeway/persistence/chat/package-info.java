/**
 * Chat rooms, who belongs to them, and the messages said in them.
 *
 * <p>Who may see or change what is decided in {@code service.chat}.
 */
@NullMarked
package io.ropeway.persistence.chat;

import org.jspecify.annotations.NullMarked;
