package io.ropeway.config;

import java.util.Optional;

/**
 * This node among others.
 *
 * @param id its name; of two nodes with the same one the second does not start. None means a random
 *     one for each start
 */
@Settings("node")
public record NodeSettings(Optional<String> id) {}
