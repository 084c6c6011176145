/**
 * Accounts, their users, and the tokens by which users prove who they are.
 *
 * <p>Passwords and tokens stand here only as hashes; making and checking them is {@code
 * service.account}'s.
 */
@NullMarked
package io.ropeway.persistence.account;

import org.jspecify.annotations.NullMarked;
