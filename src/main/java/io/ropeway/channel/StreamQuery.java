package io.ropeway.channel;

/**
 * Which stream a client wants to read without a channel, and from where.
 *
 * @param name as the client states it
 * @param start where it wants to begin
 */
public record StreamQuery(String name, Start start) {

  /** Where to begin to read. */
  public sealed interface Start {

    /** With what comes next. */
    record Head() implements Start {}

    /** With the oldest event that the log still has. */
    record Floor() implements Start {}

    /** After a position that the client was told. */
    record After(String epoch, long offset) implements Start {}
  }
}
