/**
 * One stream over plain HTTP: as Server-Sent Events (HTML standard, 9.2), and as pages of JSON for
 * clients that poll.
 *
 * <p>Both are written by codecs, so that what is sent to many is encoded once. Clients say nothing
 * after their request. How the bytes travel is {@code endpoint.sse}'s.
 */
@NullMarked
package io.ropeway.protocol.sse;

import org.jspecify.annotations.NullMarked;
