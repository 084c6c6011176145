package io.ropeway.service.support;

/** The names by which a contact is somebody: of the inbox, and of its session there. */
public record ContactAddress(String inboxIdentifier, String sourceId) {}
