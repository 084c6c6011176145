package io.ropeway.endpoint;

import io.ropeway.session.Connection;
import io.ropeway.session.ConnectionListener;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An accepted handshake.
 *
 * @param subprotocol the name to answer with, or null for none
 * @param maxMessageBytes the largest text message in bytes of UTF-8; larger ones close with 1009
 * @param opener called once when the connection is open, before anything it sent is told; it may
 *     send at once
 */
public record Upgrade(
    @Nullable String subprotocol,
    int maxMessageBytes,
    Function<Connection, ConnectionListener> opener) {}
