package io.ropeway.channel;

import io.ropeway.broadcast.Broadcaster;
import io.ropeway.config.LimitSettings;
import io.ropeway.room.RoomRegistry;
import io.ropeway.session.TimerWheel;

/** What every subscription needs of the node; one for all of them. */
record ChannelServices(
    Broadcaster broadcaster,
    RoomRegistry rooms,
    Payloads payloads,
    HandlerRunner handlers,
    TimerWheel timers,
    LimitSettings limits) {}
