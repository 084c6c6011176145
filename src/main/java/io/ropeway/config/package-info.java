/**
 * Every setting of Ropeway, read once at start from MicroProfile Config and handed out as records.
 *
 * <p>Here belong the records, one per group, and the reader that fills them. The rest of the code
 * injects a record and never asks for a setting by name. Defaults stand in {@code
 * META-INF/microprofile-config.properties}, the names and their meaning in the README's table; a
 * test holds the three against each other.
 */
@NullMarked
package io.ropeway.config;

import org.jspecify.annotations.NullMarked;
