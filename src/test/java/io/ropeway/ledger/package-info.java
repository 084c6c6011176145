/** Tests of the ledger, and its doubles. */
package io.ropeway.ledger;
