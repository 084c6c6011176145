package io.ropeway.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API. */
@ApplicationPath("/api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Ropeway",
            version = "1.0",
            description =
                "Signing in, rooms and their messages. Errors are application/problem+json; times"
                    + " are ISO 8601 in UTC."),
    security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "cookie")})
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "The token of POST /api/tokens; also accepted as ?token=")
@SecurityScheme(
    securitySchemeName = "cookie",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = "ropeway_session",
    description =
        "Set by POST /api/tokens with cookie:true. Unsafe requests need a same-origin Origin or"
            + " the X-CSRF-Token of GET /api/me")
public class RestApplication extends Application {}
