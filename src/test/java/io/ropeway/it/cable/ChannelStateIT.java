package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.suite;

import io.ropeway.it.client.CableClient;
import org.junit.jupiter.api.Test;

class ChannelStateIT extends CableTest {

  @Test
  void keepsStateBetweenCommands() {
    String identifier = suite("ChannelStateChannel", "name", "chipolino");
    cables
        .open()
        .subscribe(identifier)
        .perform(identifier, "tick")
        .hears(identifier, object("count", 3, "name", "chipolino"));
  }

  @Test
  void hasTheStateWhenTheClientLeaves() {
    String staying = suite("ChannelStateChannel", "name", "chipolino");
    CableClient first = cables.open().subscribe(staying);
    CableClient second =
        cables
            .open()
            .subscribe(
                suite("ChannelStateChannel", "name", "chipollone", "notify_disconnect", true));
    second.close();
    first.hears(staying, object("data", "user left: chipollone"));
  }

  @Test
  void keepsTheStateOfEachSubscriptionApart() {
    String one = suite("ChannelStateChannel", "name", "one");
    String two = suite("ChannelStateChannel", "name", "two");
    cables
        .open()
        .subscribe(one)
        .subscribe(two)
        .perform(one, "tick")
        .hears(one, object("count", 3, "name", "one"))
        .perform(two, "tick")
        .hears(two, object("count", 3, "name", "two"));
  }
}
