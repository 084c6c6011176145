package io.ropeway.channel;

import io.ropeway.ledger.Reach;
import io.ropeway.ledger.ReceiptBook;
import io.ropeway.protocol.HistoryRequest;
import io.ropeway.protocol.PresenceRecord;
import io.ropeway.service.DatabaseWatch;
import io.ropeway.service.Refusal;
import io.ropeway.session.Counter;
import io.ropeway.session.SerialExecutor;
import io.ropeway.session.TimerWheel.Timeout;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A channel instance at work for one subscription: calls its handlers, contains their failures, and
 * ends with it. All methods run on the session's command queue.
 */
final class LiveChannel {

  private static final System.Logger LOGGER = System.getLogger(LiveChannel.class.getName());

  /** The action of data that names none, as in Action Cable. */
  private static final String DEFAULT_ACTION = "receive";

  private final ChannelDefinition definition;
  private final Instance.Handle<? extends Channel> handle;
  private final Subscription subscription;
  private final ChannelServices services;
  private final HandlerCall call;
  private final List<Timeout> timers = new ArrayList<>(0);
  private boolean ended;

  LiveChannel(
      ChannelDefinition definition,
      Instance.Handle<? extends Channel> handle,
      Subscription subscription,
      ChannelServices services,
      HandlerCall call) {
    this.definition = definition;
    this.handle = handle;
    this.subscription = subscription;
    this.services = services;
    this.call = call;
  }

  /** Runs handlers for this channel's session. */
  @FunctionalInterface
  interface HandlerCall {
    void run(Runnable handler);
  }

  /**
   * Asks the channel; afterwards {@link Subscription#isRejected()} tells its answer.
   *
   * @param muted whether the client has seen what the channel transmits now
   */
  void subscribe(boolean muted) {
    subscription.mute(muted);
    askChannel();
    subscription.mute(false);
  }

  private void askChannel() {
    try {
      call.run(() -> handle.get().subscribed(subscription));
    } catch (InvalidDataException e) {
      subscription.reject();
    } catch (RuntimeException e) {
      if (!(e instanceof Refusal)) {
        log("subscribed", e);
      }
      decide(e);
    }
  }

  /** "Cannot say" is no "no": clients stop for good on a rejection. */
  private void decide(RuntimeException e) {
    if (e instanceof HandlerTimeoutException || DatabaseWatch.isUnavailable(e)) {
      subscription.postpone(); // a node that has just started is faster the second time
    } else {
      subscription.reject();
    }
  }

  /** Starts the periodic timers, once the subscription is confirmed. */
  void startTimers(SerialExecutor commands) {
    definition
        .timers()
        .forEach(
            (method, period) -> {
              AtomicBoolean due = new AtomicBoolean();
              timers.add(
                  services
                      .timers()
                      .every(
                          period,
                          period,
                          () -> {
                            if (due.compareAndSet(false, true)) {
                              enqueue(commands, () -> tick(method, due));
                            }
                          }));
            });
  }

  /**
   * Settles where its durable streams begin.
   *
   * @return false if it has none
   * @throws RuntimeException if the log cannot be read; may be called again then
   */
  boolean begin() {
    return subscription.streams().begin();
  }

  /** Finds out how far its streams had reached the client by an earlier socket; on any thread. */
  void recollect(ReceiptBook book, Consumer<List<Reach>> then) {
    subscription.streams().recollect(book, then);
  }

  /**
   * The client knows the outcome: tells it what it asks to be told again or is known to have
   * missed, then everything.
   *
   * @param earlier how far streams had reached a client that cannot say so
   * @throws RuntimeException if the log cannot be read; may be called again then
   */
  void goLive(@Nullable HistoryRequest request, @Nullable PresenceRecord who, List<Reach> earlier) {
    SubscribedStreams streams = subscription.streams();
    Runnable afterwards =
        () -> {
          if (ended) {
            return; // its client left while it was told what it had missed
          }
          subscription.presence().goLive();
          join(who);
          greet();
        };
    if (earlier.isEmpty()) {
      streams.goLive(request == null || request.isEmpty() ? null : request, afterwards);
    } else {
      streams.goOn(earlier, definition.once(), afterwards);
    }
  }

  private void greet() {
    try {
      call.run(() -> handle.get().confirmed(subscription));
    } catch (RuntimeException e) {
      log("confirmed", e);
    }
  }

  /** Whether it has streams that are silent until its client asks for history. */
  boolean isHeld() {
    return subscription.streams().areHeld();
  }

  /**
   * Tells again what was missed; one that was restored goes live with it.
   *
   * @throws RuntimeException if the log cannot be read; may be called again then
   */
  void history(@Nullable HistoryRequest request) {
    if (!subscription.streams().areLive()) {
      goLive(request, null, List.of());
    } else if (request == null || request.isEmpty()) {
      LOGGER.log(System.Logger.Level.DEBUG, () -> "No history is asked for" + connection());
    } else {
      subscription.streams().history(request);
    }
  }

  /** Makes the client present as somebody, if it says as whom. */
  void join(@Nullable PresenceRecord who) {
    if (who != null) {
      subscription.presence().join(who);
    }
  }

  private static void enqueue(SerialExecutor commands, Runnable task) {
    try {
      commands.execute(task);
    } catch (RejectedExecutionException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A timer is left out: the node is stopping");
    }
  }

  private void tick(HandlerMethod method, AtomicBoolean due) {
    if (timers.isEmpty()) {
      return; // ended while this call waited
    }
    try {
      call.run(
          () ->
              method.call(
                  handle.get(), subscription, JsonObject.EMPTY_JSON_OBJECT, services.payloads()));
    } catch (RuntimeException e) {
      log("a timer", e);
    } finally {
      due.set(false);
    }
  }

  /** Performs the action that the data names. */
  void perform(JsonObject data) {
    String name =
        data.get("action") instanceof JsonString action ? action.getString() : DEFAULT_ACTION;
    HandlerMethod method = definition.action(name);
    if (method == null) {
      fail(ActionFailure.Kind.UNKNOWN, name, data, "There is no such action.");
      return;
    }
    try {
      call.run(() -> method.call(handle.get(), subscription, data, services.payloads()));
    } catch (RuntimeException e) {
      fail(name, data, e);
    }
  }

  /** Ends the subscription: no stream, no timer, then the channel's own farewell. */
  void end() {
    ended = true;
    timers.forEach(Timeout::cancel);
    timers.clear();
    subscription.end();
    try {
      call.run(() -> handle.get().unsubscribed(subscription));
    } catch (RuntimeException e) {
      log("unsubscribed", e);
    } finally {
      handle.destroy();
    }
  }

  Subscription subscription() {
    return subscription;
  }

  private void fail(String action, JsonObject data, RuntimeException e) {
    if (e instanceof InvalidDataException) {
      fail(ActionFailure.Kind.INVALID, action, data, sentence(e));
    } else if (e instanceof Refusal refusal) {
      fail(new ActionFailure(refusal, action, data));
    } else if (e instanceof HandlerTimeoutException) {
      log(action, e);
      fail(ActionFailure.Kind.TIMEOUT, action, data, "That took too long.");
    } else if (DatabaseWatch.isUnavailable(e)) {
      fail(new ActionFailure(Refusal.unavailable("That cannot be done now.", e), action, data));
    } else {
      log(action, e);
      fail(ActionFailure.Kind.ERROR, action, data, "Something went wrong.");
    }
  }

  private void fail(ActionFailure.Kind kind, String action, JsonObject data, String sentence) {
    fail(new ActionFailure(kind, action, data, sentence, null));
  }

  private void fail(ActionFailure failure) {
    subscription.count(Counter.ACTIONS_FAILED);
    LOGGER.log(
        System.Logger.Level.DEBUG,
        () -> definition.name() + " did not do an action: " + failure.kind() + connection());
    try {
      call.run(() -> handle.get().failed(subscription, failure));
    } catch (RuntimeException e) {
      log("failed", e);
    }
  }

  private static String sentence(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private void log(String handler, RuntimeException e) {
    LOGGER.log(
        System.Logger.Level.ERROR,
        definition.name() + ": " + handler + " failed" + connection(),
        e);
  }

  private String connection() {
    return ", connection " + subscription.connectionId();
  }
}
