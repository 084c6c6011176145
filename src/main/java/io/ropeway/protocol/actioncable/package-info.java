/**
 * The Action Cable dialect: {@code actioncable-v1-json} as Rails speaks it, and its extension
 * {@code actioncable-v1-ext-json} as AnyCable speaks it.
 *
 * <p>All wire words stand in {@link io.ropeway.protocol.actioncable.Words}; no other class spells
 * one.
 */
@NullMarked
package io.ropeway.protocol.actioncable;

import org.jspecify.annotations.NullMarked;
