/**
 * What the desk's REST API answers: use cases that read, each in one transaction and with a bounded
 * number of queries, and give bodies of {@code service.support.body}.
 *
 * <p>Nothing is changed here.
 */
@NullMarked
package io.ropeway.service.support.view;

import org.jspecify.annotations.NullMarked;
