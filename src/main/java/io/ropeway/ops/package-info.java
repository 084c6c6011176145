/**
 * What operators see and do: health, the line at start, the orderly end. Reads from everywhere and
 * decides nothing of the product.
 */
@NullMarked
package io.ropeway.ops;

import org.jspecify.annotations.NullMarked;
