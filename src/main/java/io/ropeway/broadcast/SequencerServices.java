package io.ropeway.broadcast;

import io.ropeway.session.Counters;
import io.ropeway.session.TimerWheel;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the sequencers of a node share.
 *
 * @param delivery where their turns run
 * @param control does what entries that are not for clients say
 * @param counters what is counted of it
 * @param tailBytes what all tails together weigh
 * @param tailLimit what they may weigh
 */
record SequencerServices(
    Executor delivery,
    LocalFanOut fanOut,
    LogReader reader,
    StreamLog log,
    TimerWheel timers,
    ControlEntries control,
    Counters counters,
    AtomicLong tailBytes,
    long tailLimit) {}
