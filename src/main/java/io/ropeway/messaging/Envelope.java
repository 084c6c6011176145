package io.ropeway.messaging;

import io.ropeway.broadcast.BusMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JMS message carries: consecutive messages of one node.
 *
 * @param incarnation the start of the node that sent them
 * @param first the number of the first; of the next one to come if there are none
 * @param messages in the order of their numbers; none merely says that the node is there, and null
 *     stands for what only a newer release knows
 */
record Envelope(long incarnation, long first, List<@Nullable BusMessage> messages) {

  /** About how many characters a message has. */
  static int weight(BusMessage message) {
    if (message instanceof BusMessage.Logged logged) {
      return 100 + logged.event().payload().length();
    }
    if (message instanceof BusMessage.Passing passing) {
      return 100 + passing.event().payload().length();
    }
    return 200;
  }
}
