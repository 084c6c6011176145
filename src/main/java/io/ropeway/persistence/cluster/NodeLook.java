package io.ropeway.persistence.cluster;

import java.time.Instant;
import java.util.List;

/**
 * What one look at the nodes shows.
 *
 * @param time the database's, when it looked
 * @param dead the starts that are dead or unknown, whether they have left something behind or not
 */
public record NodeLook(Instant time, List<Long> dead) {}
