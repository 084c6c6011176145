package io.ropeway.config;

import java.util.List;
import java.util.Optional;

/**
 * How the server is reached from outside.
 *
 * @param publicUrl the address that people type, such as {@code https://chat.example.com}
 * @param trustedProxies addresses or CIDR blocks whose forwarded headers are believed
 * @param corsOrigins origins of other sites' pages that may call the REST API
 * @param widgetOrigins origins of other sites' pages that may show the contact widget in a frame
 * @param bodyBytes the largest request body that the REST API reads
 * @param uploadBytes the largest request with files
 */
@Settings("http")
public record HttpSettings(
    Optional<String> publicUrl,
    List<String> trustedProxies,
    List<String> corsOrigins,
    List<String> widgetOrigins,
    int bodyBytes,
    int uploadBytes) {}
