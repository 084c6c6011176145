package io.ropeway.persistence.support;

/** How many conversations of a filter are whose, whatever it says of the assignee. */
public record ConversationCounts(long mine, long assigned, long unassigned, long all) {}
