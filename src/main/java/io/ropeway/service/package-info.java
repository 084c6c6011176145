/**
 * Use cases: what the product does for those who ask, one sub-package a feature. The only place
 * where a transaction starts, one per use case.
 *
 * <p>Here stand the rules of who may do what, and the refusals. Nothing of HTTP, of sockets or of a
 * dialect does: {@code rest} and {@code channel} call in from their own threads and put results and
 * refusals into their own words. Results are records; entities stay inside.
 */
@NullMarked
package io.ropeway.service;

import org.jspecify.annotations.NullMarked;
