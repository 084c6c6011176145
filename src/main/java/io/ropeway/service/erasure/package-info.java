/**
 * Erasing people: everything that tells who they were and what they said goes, everywhere and at
 * once.
 */
@NullMarked
package io.ropeway.service.erasure;

import org.jspecify.annotations.NullMarked;
