package io.ropeway.service.cluster;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A running node.
 *
 * @param id its name
 * @param incarnation names this start of it
 * @param heartbeatAt when it last said that it is there; the counts are of then
 * @param counts what it has counted since its start, under the names of {@code /metrics}
 */
public record NodeView(
    String id, String incarnation, Instant startedAt, Instant heartbeatAt, JsonObject counts) {}
