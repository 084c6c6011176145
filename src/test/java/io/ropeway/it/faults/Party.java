package io.ropeway.it.faults;

import java.time.Duration;
import java.util.List;

/** Clients of one make. They come back by themselves whatever ends their sockets. */
interface Party extends AutoCloseable {

  /** Has them connect and subscribe. */
  void enter(List<Seat> seats);

  /**
   * Has each send its next message this often, but none before the last is acknowledged; what is
   * not acknowledged is sent again, under its name.
   */
  void speak(Duration pace);

  /** Has them begin no more messages. */
  void hush();

  /** Has each begin and end typing this often; zero ends it. */
  void type(Duration pace);

  List<Standing> standings();

  List<Diary> diaries();

  @Override
  void close();
}
