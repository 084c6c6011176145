package io.ropeway.protocol;

/**
 * A place in a durable stream: the event that was seen last, or the one that a frame carries.
 *
 * @param stream the stream's name
 * @param epoch names the life of the stream's log; positions of another epoch mean nothing
 * @param offset counts the stream's events from 1 without gaps; 0 is before the first
 */
public record StreamPosition(String stream, String epoch, long offset) {}
