package io.ropeway.room;

/** A subscriber that hears a stream through a callback. */
public record Listener(Subscriber subscriber, StreamCallback callback) {}
