/** Rows of running nodes and of who is present on them. Times are the database's own. */
@NullMarked
package io.ropeway.persistence.cluster;

import org.jspecify.annotations.NullMarked;
