package io.ropeway.channel;

import io.ropeway.broadcast.Follow;
import io.ropeway.channel.SubscribedStreams.HistoryAnswers;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The streams of a subscription on their way to being live, and the one answer to the request for
 * history that sent them there. Safe for all threads.
 */
final class HistoryPass {

  private final Set<Follow> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final HistoryAnswers answers;
  private final Runnable onEnd;
  private boolean answered;
  private boolean over;

  /**
   * @param answered whether the client expects no answer, or has it
   * @param onEnd runs when no stream is under way any more, unless it {@link #endsAtOnce}
   */
  HistoryPass(
      Collection<Follow> follows, boolean answered, HistoryAnswers answers, Runnable onEnd) {
    underWay.addAll(follows);
    this.answered = answered;
    this.answers = answers;
    this.onEnd = onEnd;
  }

  /** Whether it is over at once, since there is no stream to send on its way. */
  boolean endsAtOnce() {
    return isEnding();
  }

  /** A stream has told what was missed of it. */
  void told(Follow follow) {
    synchronized (this) {
      underWay.remove(follow);
    }
    look();
  }

  /**
   * A stream cannot tell everything that was missed of it.
   *
   * @return whether it was under way
   */
  boolean lost(Follow follow) {
    boolean answersNow;
    synchronized (this) {
      if (!underWay.remove(follow) || answered) {
        answersNow = false;
      } else {
        answered = true;
        answersNow = true;
      }
    }
    if (answersNow) {
      answers.rejected();
    }
    look();
    return answersNow;
  }

  private void look() {
    if (isEnding()) {
      onEnd.run();
    }
  }

  /** True once: when no stream is under way any more. The client has its answer then. */
  private boolean isEnding() {
    boolean confirms;
    synchronized (this) {
      if (over || !underWay.isEmpty()) {
        return false;
      }
      over = true;
      confirms = !answered;
      answered = true;
    }
    if (confirms) {
      answers.confirmed(); // before anything newer of the stream that ended the pass
    }
    return true;
  }
}
