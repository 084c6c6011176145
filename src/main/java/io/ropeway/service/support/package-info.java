/**
 * The support desk: who may see, say and change what in the conversations of an account's contacts.
 *
 * <p>What happens is stored first and published in the same transaction, so it is heard after the
 * commit; to whom and with which body is {@code service.support.event}'s. A conversation's row is
 * the lock for everything that happens in it.
 */
@NullMarked
package io.ropeway.service.support;

import org.jspecify.annotations.NullMarked;
