package io.ropeway.persistence.support;

/** Which label is on which conversation. */
public record ConversationLabelId(long conversationId, String title) {}
