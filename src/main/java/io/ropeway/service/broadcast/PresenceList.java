package io.ropeway.service.broadcast;

import io.ropeway.protocol.PresenceRecord;
import io.ropeway.protocol.PresenceText;
import io.ropeway.room.PresenceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells other programs who made themselves present in a stream, on any node. */
@ApplicationScoped
public class PresenceList {

  @Inject PresenceRegistry presence;

  /**
   * Who is there, as JSON (AnyCable 1.6). May ask the database.
   *
   * @param withRecords whether to say who, or only how many
   */
  public String describe(String stream, boolean withRecords) {
    List<PresenceRecord> records = presence.records(PresenceRegistry.roomOf(stream));
    return PresenceText.info(records.size(), withRecords ? records : null);
  }
}
