package io.ropeway.ops;

import io.ropeway.broadcast.BusCounters;
import io.ropeway.broadcast.Sequencers;
import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.room.RoomRegistry;
import io.ropeway.session.Counter;
import io.ropeway.session.Counters;
import io.ropeway.session.SessionRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /metrics}: this node's numbers in the text format of Prometheus (0.0.4). */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient SessionRegistry sessions;
  @Inject transient RoomRegistry rooms;
  @Inject transient Sequencers sequencers;
  @Inject transient DatabaseBreaker breaker;
  @Inject transient BusCounters bus;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    StringBuilder out = new StringBuilder();
    metric(out, "connections", "gauge", "Open connections", sessions.all().size());
    metric(out, "streams", "gauge", "Streams that somebody follows", rooms.size());
    metric(out, "durable_streams", "gauge", "Durable ones among them", sequencers.size());
    metric(
        out,
        "replay_cache_bytes",
        "gauge",
        "Memory that holds events for those who missed them",
        sequencers.cachedBytes());
    metric(out, "database_up", "gauge", "Whether the database answers", breaker.isOpen() ? 0 : 1);
    metric(out, "bus_up", "gauge", "Whether other nodes can be heard", bus.isConnected() ? 1 : 0);
    metric(out, "bus_queue", "gauge", "Messages that wait for the broker", bus.queued());
    metric(out, "bus_sent_total", "counter", "Messages that were told other nodes", bus.sent());
    metric(
        out,
        "bus_dropped_total",
        "counter",
        "Messages that the broker took too long for",
        bus.dropped());
    metric(out, "bus_received_total", "counter", "Messages of other nodes", bus.received());
    metric(
        out, "bus_lost_total", "counter", "Messages of other nodes that are missing", bus.lost());
    Counters counters = sessions.counters();
    for (Counter counter : Counter.values()) {
      metric(out, counter.metric() + "_total", "counter", counter.help(), counters.get(counter));
    }
    response.getWriter().write(out.toString());
  }

  private static void metric(StringBuilder out, String name, String type, String help, long value) {
    out.append("# HELP ropeway_").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ropeway_").append(name).append(' ').append(type).append('\n');
    out.append("ropeway_").append(name).append(' ').append(value).append('\n');
  }
}
