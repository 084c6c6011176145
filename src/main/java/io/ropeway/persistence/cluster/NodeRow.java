package io.ropeway.persistence.cluster;

import java.time.Instant;

/**
 * A start of a node.
 *
 * @param incarnation names the start
 * @param id the node's name
 * @param heartbeatAt when it last said that it is there, by the database's clock
 * @param counts what it had counted by then, as a JSON object
 */
public record NodeRow(
    long incarnation, String id, Instant startedAt, Instant heartbeatAt, String counts) {}
