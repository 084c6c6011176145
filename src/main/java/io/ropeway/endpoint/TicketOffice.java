package io.ropeway.endpoint;

import io.ropeway.config.LimitSettings;
import io.ropeway.session.TimerWheel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries an accepted handshake from the filter to the endpoint. The Jakarta API has no portable
 * way to hand an object over but a path parameter, so a one-time ticket stands for it.
 */
@ApplicationScoped
public class TicketOffice {

  @Inject LimitSettings limits;
  @Inject TimerWheel timers;

  private final ConcurrentMap<String, Upgrade> tickets = new ConcurrentHashMap<>();

  /** Issues a ticket, good once and for the time that a handshake may take. */
  String issue(Upgrade upgrade) {
    String ticket = UUID.randomUUID().toString();
    tickets.put(ticket, upgrade);
    timers.after(limits.handshake(), () -> tickets.remove(ticket));
    return ticket;
  }

  /** Takes a ticket; null if it was never issued, or is used or too old. */
  @Nullable Upgrade redeem(String ticket) {
    return tickets.remove(ticket);
  }
}
