/**
 * Channels that follow a stream by its name alone, for back ends that have no channels here: the
 * name is public by a setting, or signed by the back end (AnyCable 1.6, Turbo, CableReady).
 */
@NullMarked
package io.ropeway.channel.pubsub;

import org.jspecify.annotations.NullMarked;
