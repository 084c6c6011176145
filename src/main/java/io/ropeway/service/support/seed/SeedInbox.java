package io.ropeway.service.support.seed;

import java.util.List;

/**
 * An inbox of an account, which is known by its name.
 *
 * @param channelType {@code Channel::Api} or {@code Channel::WebWidget}
 * @param members logins of those who answer there
 */
record SeedInbox(String name, String channelType, List<String> members) {}
