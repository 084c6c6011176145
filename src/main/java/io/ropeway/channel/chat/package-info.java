/**
 * Chat rooms on the cable. What a room is and who may do what is decided in {@code service.chat};
 * here stands only what a subscriber says and sees.
 */
@NullMarked
package io.ropeway.channel.chat;

import org.jspecify.annotations.NullMarked;
