package io.ropeway.channel;

import io.ropeway.broadcast.Histories;
import io.ropeway.broadcast.StreamFollows;
import io.ropeway.config.LimitSettings;
import io.ropeway.service.stream.Publications;
import io.ropeway.session.TimerWheel;

/** What every subscription needs of the node; one for all of them. */
record ChannelServices(
    Publications publications,
    StreamFollows follows,
    Histories histories,
    StreamPresence presence,
    Payloads payloads,
    HandlerRunner handlers,
    TimerWheel timers,
    LimitSettings limits) {}
