package io.ropeway.broadcast;

import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Closes all connections of somebody, wherever they are. Inside a transaction it happens after the
 * commit.
 */
@ApplicationScoped
public class RemoteDisconnect {

  @Inject Transactions transactions;
  @Inject SessionRegistry sessions;
  @Inject EndedCredentials endedCredentials;

  /**
   * Closes every connection with exactly these connection identifiers.
   *
   * @param reconnect whether the clients should come back
   */
  public void ofIdentifiers(Map<String, String> identifiers, boolean reconnect) {
    close(
        session -> session.identity().identifiers().equals(identifiers),
        DisconnectReason.REMOTE,
        reconnect);
  }

  /** Closes what a credential opened that is no longer valid; the clients shall not come back. */
  public void ofCredential(String credentialId) {
    transactions.afterCommit(() -> endedCredentials.add(credentialId));
    close(
        session -> credentialId.equals(session.identity().credentialId()),
        DisconnectReason.UNAUTHORIZED,
        false);
  }

  private void close(Predicate<ClientSession> which, DisconnectReason reason, boolean reconnect) {
    transactions.afterCommit(() -> sessions.disconnect(which, reason, reconnect));
  }
}
