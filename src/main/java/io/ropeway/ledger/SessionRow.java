package io.ropeway.ledger;

import java.util.List;

/**
 * A session that can be restored, as stored.
 *
 * @param id the session's, which its client was told
 * @param identityKey who must come back to have it
 * @param identifiers what it is subscribed to
 * @param open whether its socket was open when this was written
 */
public record SessionRow(String id, String identityKey, List<String> identifiers, boolean open) {

  public SessionRow {
    identifiers = List.copyOf(identifiers);
  }
}
