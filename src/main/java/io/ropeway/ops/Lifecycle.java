package io.ropeway.ops;

import io.ropeway.channel.ChannelRegistry;
import io.ropeway.channel.CommandThreads;
import io.ropeway.config.ServerSettings;
import io.ropeway.session.ClientSession;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.Draining;
import io.ropeway.session.SessionRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The beginning and the orderly end of a node. */
@WebListener
public class Lifecycle implements ServletContextListener {

  private static final System.Logger LOGGER = System.getLogger(Lifecycle.class.getName());
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  @Inject ChannelRegistry channels;
  @Inject CommandThreads commands;
  @Inject SessionRegistry sessions;
  @Inject ServerSettings settings;
  @Inject Draining draining;
  @Inject StartUpLine startUpLine;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    channels.hasPublicChannel(); // reads all channels, so that a wrong one stops the deployment
    LOGGER.log(System.Logger.Level.INFO, startUpLine.text());
  }

  /** Sends everybody to another node, or to this one's successor, spread over the drain window. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    draining.begin();
    List<ClientSession> open = List.copyOf(sessions.all());
    long steps = Math.max(1, settings.drain().toMillis() / STEP.toMillis());
    int perStep = (int) Math.max(1, (open.size() + steps - 1) / steps);
    for (int i = 0; i < open.size(); i++) {
      open.get(i).disconnectAfterCommands(DisconnectReason.SERVER_RESTART);
      if ((i + 1) % perStep == 0) {
        LockSupport.parkNanos(STEP.toNanos());
      }
    }
    await(() -> sessions.all().isEmpty());
    sessions.all().forEach(late -> late.disconnect(DisconnectReason.SERVER_RESTART));
    await(() -> sessions.all().isEmpty() && !commands.isBusy());
    LOGGER.log(System.Logger.Level.INFO, "Ropeway is down; connections closed: " + open.size());
  }

  private static void await(BooleanSupplier done) {
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
