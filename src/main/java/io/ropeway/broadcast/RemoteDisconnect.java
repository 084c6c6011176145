package io.ropeway.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Closes all connections of somebody, on whatever nodes: an entry in the log that every node
 * follows, so that none misses it for good.
 */
@ApplicationScoped
public class RemoteDisconnect {

  @Inject Broadcaster broadcaster;

  /**
   * Closes every connection with exactly these connection identifiers, once it is published.
   *
   * @param reconnect whether the clients should come back
   */
  public static Event ofIdentifiers(Map<String, String> identifiers, boolean reconnect) {
    return Event.control(
        StreamNames.CONTROL,
        EventKind.REMOTE_DISCONNECT,
        ControlEntries.disconnectPayload(identifiers, reconnect));
  }

  /**
   * Closes what a credential opened that is no longer valid, with the commit of the running
   * transaction; the clients shall not come back.
   */
  public void ofCredential(String credentialId) {
    broadcaster.publish(Event.control(StreamNames.CONTROL, EventKind.CREDENTIAL_END, credentialId));
  }
}
