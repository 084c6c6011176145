/**
 * WebSocket on Undertow without its framed channel: this package takes over the connection of an
 * upgraded request, reads RFC 6455 frames strictly and writes frames that were built once for all
 * receivers. It is found at run time, through Undertow's {@code ServletExtension} service, and is
 * never loaded on another server.
 *
 * <p>What belongs here: bytes, frames, the close handshake. What does not: dialects, commands,
 * identities; those see a {@code Connection} and nothing of the transport. Reading happens on
 * Undertow's I/O threads, which must never block; writing happens on the caller's thread.
 */
@NullMarked
package io.ropeway.endpoint.undertow;

import org.jspecify.annotations.NullMarked;
