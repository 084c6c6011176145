/**
 * The REST API at {@code /api}: resources that put requests and answers of {@code service} into
 * HTTP and JSON, and the mapping of every error to {@code application/problem+json}.
 *
 * <p>No rule of the product stands here. Called on request threads, which may block.
 */
@NullMarked
package io.ropeway.rest;

import org.jspecify.annotations.NullMarked;
