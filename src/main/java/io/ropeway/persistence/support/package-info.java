/**
 * The support desk's rows: inboxes, contacts, conversations, their messages, and whom they concern.
 *
 * <p>A conversation's row is the lock for everything that happens in it. Who may see or change what
 * is decided in {@code service.support}.
 */
@NullMarked
package io.ropeway.persistence.support;

import org.jspecify.annotations.NullMarked;
