/**
 * The support desk on the cable: the channels of Chatwoot 4.9 and of what is built upon it. Who may
 * hear what is decided in {@code service.support.event}; here stands only what a subscriber says
 * and sees.
 */
@NullMarked
package io.ropeway.channel.support;

import org.jspecify.annotations.NullMarked;
