package io.ropeway.service.support.file;

import org.jspecify.annotations.Nullable;

/**
 * A file that is in the store.
 *
 * @param size in bytes
 * @param width in pixels, of pictures
 * @param height in pixels, of pictures
 * @param key what the store calls it
 */
public record KeptFile(
    FileKind kind,
    String name,
    @Nullable String extension,
    long size,
    @Nullable Integer width,
    @Nullable Integer height,
    String key) {}
