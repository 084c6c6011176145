package io.ropeway.config;

import java.util.List;

/**
 * The cable endpoints.
 *
 * @param allowedOrigins origins that may connect besides the page's own, {@code *} stands for any
 *     run of characters in scheme, host or port
 * @param sameHost whether pages served by the same scheme, host and port may connect
 * @param fastTransport whether to use a transport of the application server's own where there is
 *     one
 */
@Settings("cable")
public record CableSettings(List<String> allowedOrigins, boolean sameHost, boolean fastTransport) {}
