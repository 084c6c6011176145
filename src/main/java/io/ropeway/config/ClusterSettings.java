package io.ropeway.config;

/**
 * How nodes tell each other what happened.
 *
 * @param bus {@code none}, or {@code jms} for the topic of the server's default connection factory
 * @param topic the topic's name; installations that share a broker need one each
 * @param queue messages that wait for a broker that is slow or away; beyond that the oldest go
 */
@Settings("cluster")
public record ClusterSettings(String bus, String topic, int queue) {

  public ClusterSettings {
    if (!bus.equals("none") && !bus.equals("jms")) {
      throw new IllegalArgumentException("ropeway.cluster.bus is none or jms, not " + bus);
    }
    if (topic.isBlank() || queue < 1) {
      throw new IllegalArgumentException("ropeway.cluster needs a topic's name and a queue");
    }
  }

  /** Whether there may be other nodes to tell. */
  public boolean usesJms() {
    return bus.equals("jms");
  }
}
