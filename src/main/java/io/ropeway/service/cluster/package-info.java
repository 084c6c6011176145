/**
 * This node among others: its heartbeat, the end of nodes that died, and who is present or types on
 * which.
 *
 * <p>What nodes know of each other stands in the database, by the database's clock, and is written
 * again and again until it is the present state.
 */
@NullMarked
package io.ropeway.service.cluster;

import org.jspecify.annotations.NullMarked;
