/**
 * The support desk over HTTP, in the shapes that clients of Chatwoot 4.9 read: the agents' API at
 * {@code /auth} and {@code /api/v1}, the contacts' at {@code /public/api/v1}, that of websites'
 * widgets at {@code /api/v1/widget}.
 *
 * <p>Resources put requests into calls of {@code service.support} and answers into JSON; who may do
 * what is decided there. Errors are {@code {"error": …}}, and nothing that exists and is forbidden
 * is ever 401, which signs these clients out. Called on request threads, which may block.
 */
@NullMarked
package io.ropeway.rest.support;

import org.jspecify.annotations.NullMarked;
