package io.ropeway.it.faults;

/**
 * How one client stands at a moment.
 *
 * @param live whether it is subscribed, and has its history
 * @param waiting whether a message of its own is not acknowledged yet
 * @param last the highest id of a message that it has heard, or 0
 * @param sockets how many sockets it has had
 * @param acknowledged how many of its messages were
 * @param typing how many typing marks it heard
 */
record Standing(
    int number,
    boolean live,
    boolean waiting,
    long last,
    int sockets,
    int acknowledged,
    int typing) {}
