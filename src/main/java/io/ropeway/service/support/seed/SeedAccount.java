package io.ropeway.service.support.seed;

import java.util.List;

/** An account, which is known by its name, and what it is to have. */
record SeedAccount(String name, List<SeedUser> users, List<SeedInbox> inboxes) {}
