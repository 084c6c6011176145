/**
 * The log of durable streams as rows: a head for each stream, which counts, and an entry for each
 * event and stream.
 *
 * <p>Native SQL, because a publish has few statements and each of them counts: {@link
 * io.ropeway.persistence.stream.StreamSql} and its two variants hold what differs between the
 * databases. A head's row lock gives a stream's events their order, and is always taken in the
 * order of the heads' ids.
 */
@NullMarked
package io.ropeway.persistence.stream;

import org.jspecify.annotations.NullMarked;
