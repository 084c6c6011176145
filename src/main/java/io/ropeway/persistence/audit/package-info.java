/** What people with special rights did, for others with such rights to read. */
@NullMarked
package io.ropeway.persistence.audit;

import org.jspecify.annotations.NullMarked;
