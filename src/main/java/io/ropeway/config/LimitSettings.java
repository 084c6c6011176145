package io.ropeway.config;

import java.time.Duration;

/**
 * What one client, and all of them together, may use; 0 switches a rate or a count off.
 *
 * @param frameBytes largest incoming frame in bytes of UTF-8; larger ones close with 1009
 * @param jsonDepth deepest nesting of incoming JSON
 * @param identifierChars longest subscription identifier
 * @param subscriptions subscriptions a connection
 * @param streams streams a subscription
 * @param connections open connections on this node
 * @param connectionsPerIdentity open connections on this node of one identity
 * @param commandsPerSecond sustained rate of commands a connection
 * @param commandBurst commands above the rate that are let through at once
 * @param queuedCommands commands of a connection that may wait behind a slow one
 * @param undecodableFrames undecodable frames a minute before the connection is closed
 * @param outboxBytes bytes waiting for a client that reads slowly
 * @param outboxFrames frames waiting for a client that reads slowly
 * @param handshake how long the way from accepted handshake to open socket may take
 */
@Settings("limits")
public record LimitSettings(
    int frameBytes,
    int jsonDepth,
    int identifierChars,
    int subscriptions,
    int streams,
    int connections,
    int connectionsPerIdentity,
    int commandsPerSecond,
    int commandBurst,
    int queuedCommands,
    int undecodableFrames,
    int outboxBytes,
    int outboxFrames,
    Duration handshake) {}
