/**
 * Rows: entities and the repositories that find them, one sub-package a feature, and the migration
 * of the schema at start.
 *
 * <p>No transaction starts here and no rule of the product stands here: both belong to {@code
 * service}, the only caller. Entities do not leave it either; what goes out are the views of {@code
 * service}. Jakarta Persistence and Hibernate are used nowhere else.
 */
@NullMarked
package io.ropeway.persistence;

import org.jspecify.annotations.NullMarked;
