package io.ropeway.config;

import java.time.Duration;

/**
 * The installation as a whole.
 *
 * @param demo seeds accounts and rooms with known passwords and allows known secrets; never in
 *     production
 * @param drain over what time the closes of a stopping node are spread
 */
@Settings("")
public record ServerSettings(boolean demo, Duration drain) {}
