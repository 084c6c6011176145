/**
 * Who somebody is: signing in with a password, the tokens that are given out for it, and the
 * accounts to try the product with.
 *
 * <p>Passwords and tokens come in as text and are kept as hashes; neither is ever logged or put in
 * an exception. How a client presents them is {@code security}'s.
 */
@NullMarked
package io.ropeway.service.account;

import org.jspecify.annotations.NullMarked;
