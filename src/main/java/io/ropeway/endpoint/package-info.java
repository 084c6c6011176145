/**
 * The WebSocket edge: the handshake filter, and the transports that carry frames once a handshake
 * is accepted. No rule of any channel or room is here; bytes come in, {@link
 * io.ropeway.session.ConnectionListener} is told.
 *
 * <p>The portable transport is the Jakarta WebSocket endpoint. A server-specific one may be found
 * at run time, see {@link io.ropeway.endpoint.UpgradeTransport}.
 */
@NullMarked
package io.ropeway.endpoint;

import org.jspecify.annotations.NullMarked;
