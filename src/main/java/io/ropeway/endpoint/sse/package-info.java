/**
 * Streams over plain HTTP, {@code GET /api/streams/<name>/events}: Server-Sent Events for browsers,
 * and pages of JSON, if wanted by long poll, for everybody else.
 *
 * <p>Each request is a connection of a session like any WebSocket; an answer that lasts is written
 * asynchronously, so no thread waits for a client. What may be read, and from where, is {@code
 * channel}'s to decide.
 */
@NullMarked
package io.ropeway.endpoint.sse;

import org.jspecify.annotations.NullMarked;
