/**
 * Who connects, from where, and what they present: authenticators, tokens, origins, forwarded
 * headers, and the guards of the HTTP side.
 *
 * <p>What somebody may do inside a room is decided by services. Called on request threads, which
 * may block. No credential is ever logged or kept.
 */
@NullMarked
package io.ropeway.security;

import org.jspecify.annotations.NullMarked;
