package io.ropeway.it.faults;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The test's own clients. */
final class JavaParty implements Party {

  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final List<PositionsClient> clients = new ArrayList<>();

  @Override
  public void enter(List<Seat> seats) {
    for (Seat seat : seats) {
      PositionsClient client = new PositionsClient(seat, http, clock);
      clients.add(client);
      client.enter();
    }
  }

  @Override
  public void speak(Duration pace) {
    clients.forEach(client -> client.speak(pace));
  }

  @Override
  public void hush() {
    clients.forEach(PositionsClient::hush);
  }

  @Override
  public void type(Duration pace) {
    clients.forEach(client -> client.type(pace));
  }

  @Override
  public List<Standing> standings() {
    return clients.stream().map(PositionsClient::standing).toList();
  }

  @Override
  public List<Diary> diaries() {
    return clients.stream().map(PositionsClient::diary).toList();
  }

  @Override
  public void close() {
    clients.forEach(PositionsClient::leave);
    clock.shutdownNow();
  }
}
