package io.ropeway.session;

/** What a node counts of its clients, under the names that monitoring sees. */
public enum Counter {
  CONNECTIONS_WELCOMED("connections_welcomed", "Connections that were welcomed"),
  CONNECTIONS_REFUSED("connections_refused", "Connections that were told why and closed"),
  COMMANDS("commands", "Frames that were read as a command"),
  UNDECODABLE_FRAMES("undecodable_frames", "Frames that could not be read"),
  UNKNOWN_COMMANDS("unknown_commands", "Commands that nobody here knows"),
  UNKNOWN_IDENTIFIERS("unknown_identifiers", "Actions for an identifier without subscription"),
  SUBSCRIPTIONS_CONFIRMED("subscriptions_confirmed", "Subscriptions that became live"),
  SUBSCRIPTIONS_REJECTED("subscriptions_rejected", "Subscriptions that were refused or ended"),
  ACTIONS_FAILED("actions_failed", "Actions that were not done"),
  REPLAYS("replays", "Followers that were told what they had missed"),
  GAPS_READ("gaps_read", "Gaps in a durable stream that were read from its log"),
  EPOCHS_BEGUN("epochs_begun", "Durable streams whose log went back or was restored");

  private final String metric;
  private final String help;

  Counter(String metric, String help) {
    this.metric = metric;
    this.help = help;
  }

  /** The name, without prefix and suffix. */
  public String metric() {
    return metric;
  }

  /** One line for people. */
  public String help() {
    return help;
  }
}
