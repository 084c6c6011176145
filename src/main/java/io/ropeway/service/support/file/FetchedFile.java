package io.ropeway.service.support.file;

/**
 * A file that somebody asked for.
 *
 * @param content the bytes, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FetchedFile(String name, FileKind kind, byte[] content) {}
