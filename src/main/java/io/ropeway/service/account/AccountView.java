package io.ropeway.service.account;

/** An account as its users see it. */
public record AccountView(long id, String name) {}
