/**
 * The ledger as rows, in native SQL that both databases understand.
 *
 * <p>Each statement is a transaction of its own and takes its times from the database. Rows belong
 * to the node that wrote them last, whose own row says until when it was alive.
 */
@NullMarked
package io.ropeway.persistence.ledger;

import org.jspecify.annotations.NullMarked;
