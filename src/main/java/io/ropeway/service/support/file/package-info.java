/**
 * The files of messages: where their bytes are kept and the addresses at which they are fetched.
 *
 * <p>Who may attach something is decided by the use cases; whoever knows a file's address may have
 * it.
 */
@NullMarked
package io.ropeway.service.support.file;

import org.jspecify.annotations.NullMarked;
