/**
 * The Channel SPI, and the dispatcher that runs channels for the commands of clients.
 *
 * <p>An application writes beans that implement {@link io.ropeway.channel.Channel}; everything they
 * need is in {@link io.ropeway.channel.Subscription}. Handlers of one session run one after another
 * on the command threads, never on a thread of the container's I/O. No wire word and no storage is
 * known here.
 */
@NullMarked
package io.ropeway.channel;

import org.jspecify.annotations.NullMarked;
