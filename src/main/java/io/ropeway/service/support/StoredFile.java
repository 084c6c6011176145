package io.ropeway.service.support;

import org.jspecify.annotations.Nullable;

/**
 * A file that is in the store already and becomes an attachment of a message.
 *
 * @param fileType {@code image}, {@code audio}, {@code video} or {@code file}
 * @param size in bytes
 * @param width in pixels, of images
 * @param height in pixels, of images
 * @param storageKey what the store calls it
 */
public record StoredFile(
    String fileType,
    String name,
    @Nullable String extension,
    String contentType,
    long size,
    @Nullable Integer width,
    @Nullable Integer height,
    String storageKey) {}
