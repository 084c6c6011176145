package com.example.cheers;

import io.ropeway.channel.Action;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.Every;
import io.ropeway.channel.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People in one place raise their glasses: {"channel":"CheersChannel","place":"bar"}. */
@ChannelName("CheersChannel")
public class CheersChannel implements Channel {

  public record Place(@NotBlank String place) {}

  public record Cheer(@NotBlank @Size(max = 100) String to) {}

  public record Cheered(String by, String to, int glasses) {}

  @Inject Tally tally;

  private String stream = ""; // one instance a subscription: fields are its state
  private int mine;

  @Override
  public void subscribed(Subscription subscription) {
    String place = subscription.params(Place.class).place();
    if (place.equals("office")) {
      subscription.reject();
      return;
    }
    stream = "cheers:" + place;
    subscription.streamFrom(stream);
    subscription.transmit(Map.of("glasses", tally.glasses.get()));
  }

  @Action
  void cheer(Subscription subscription, Cheer cheer) {
    mine++;
    String by = subscription.identity().name();
    int glasses = tally.glasses.incrementAndGet();
    subscription.broadcast(stream, new Cheered(by, cheer.to(), glasses));
  }

  @Action("my-glasses")
  Map<String, Integer> myGlasses() { // what an action returns goes to its caller
    return Map.of("mine", mine);
  }

  @Every("PT1M")
  Map<String, Integer> total() {
    return Map.of("glasses", tally.glasses.get());
  }

  @ApplicationScoped
  public static class Tally {
    final AtomicInteger glasses = new AtomicInteger();
  }
}
