package io.ropeway.service.cluster;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.room.RoomRegistry;
import io.ropeway.session.Counter;
import io.ropeway.session.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/** What this node tells the others of itself with its heartbeat. */
@ApplicationScoped
public class NodeCounts {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject SessionRegistry sessions;
  @Inject RoomRegistry rooms;
  @Inject BusCounters bus;

  /** The counts now, as a JSON object. */
  String text() {
    JsonObjectBuilder counts =
        JSON.createObjectBuilder()
            .add("connections", sessions.all().size())
            .add("streams", rooms.size())
            .add("bus_connected", bus.isConnected())
            .add("bus_sent", bus.sent())
            .add("bus_dropped", bus.dropped())
            .add("bus_received", bus.received())
            .add("bus_lost", bus.lost());
    for (Counter counter : Counter.values()) {
      counts.add(counter.metric(), sessions.counters().get(counter));
    }
    return counts.build().toString();
  }
}
