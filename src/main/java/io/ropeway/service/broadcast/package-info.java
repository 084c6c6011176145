/**
 * What other programs publish through Ropeway: AnyCable's body, read and handed to {@code
 * broadcast}.
 *
 * <p>Who may do that is decided before, by the key; nothing is stored here.
 */
@NullMarked
package io.ropeway.service.broadcast;

import org.jspecify.annotations.NullMarked;
