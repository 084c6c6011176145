/**
 * The guard of everything that is asked by HTTP: other sites' pages, forged requests, guessed
 * passwords, what browsers may do with what they get.
 *
 * <p>One filter, {@link io.ropeway.security.http.HttpGuard}, asks the others in a fixed order. Who
 * the caller is and what they may do is decided behind it; WebSocket handshakes have rules of their
 * own and pass by.
 */
@NullMarked
package io.ropeway.security.http;

import org.jspecify.annotations.NullMarked;
