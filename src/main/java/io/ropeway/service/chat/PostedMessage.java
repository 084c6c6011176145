package io.ropeway.service.chat;

/**
 * What became of a message that was sent.
 *
 * @param message the stored message
 * @param duplicate whether it had been stored before: then nobody else hears of it again
 */
public record PostedMessage(MessageView message, boolean duplicate) {}
