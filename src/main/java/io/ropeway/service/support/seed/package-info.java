/** Accounts, users and inboxes from a file, for a database that has nobody who could make them. */
@NullMarked
package io.ropeway.service.support.seed;

import org.jspecify.annotations.NullMarked;
