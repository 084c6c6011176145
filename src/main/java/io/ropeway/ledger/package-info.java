/**
 * What is remembered of clients beyond their sockets: how far each stream has reached them, and
 * what they had subscribed to.
 *
 * <p>{@link io.ropeway.ledger.Receipt} is the one for clients that cannot say themselves where they
 * were: plain Action Cable by the proofs of {@link io.ropeway.ledger.ReceiptBook}, other dialects
 * by their own acknowledgements. {@link io.ropeway.ledger.RestorableSessions} is for those that
 * name their former session. All of it is in memory first and written behind by {@link
 * io.ropeway.ledger.LedgerThread}; what is in the database outlives the node.
 */
@NullMarked
package io.ropeway.ledger;

import org.jspecify.annotations.NullMarked;
