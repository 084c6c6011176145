package io.ropeway.it.cable;

import static io.ropeway.it.client.Frames.identifier;
import static io.ropeway.it.client.Frames.object;
import static io.ropeway.it.client.Frames.perform;
import static io.ropeway.it.client.Frames.subscribe;
import static io.ropeway.it.client.Frames.suite;
import static io.ropeway.it.client.Frames.unsubscribe;

import io.ropeway.it.client.CableClient;
import org.junit.jupiter.api.Test;

class SubscriptionsIT extends CableTest {

  @Test
  void confirms() {
    cables.open().subscribe(suite("SubscriptionAknowledgementChannel"));
  }

  @Test
  void rejects() {
    String identifier = suite("SubscriptionAknowledgementRejectorChannel");
    cables.open().send(subscribe(identifier)).rejected(identifier);
  }

  @Test
  void confirmsEachIdentifierOfAChannel() {
    cables
        .open()
        .subscribe(suite("SubscriptionWithParamsChannel", "id", 1))
        .subscribe(suite("SubscriptionWithParamsChannel", "id", 2));
  }

  @Test
  void performsAnActionWithoutArguments() {
    String identifier = suite("SubscriptionPerformMethodsChannel");
    cables.open().subscribe(identifier).perform(identifier, "tick").hears(identifier, "tock");
  }

  @Test
  void performsAnActionWithArguments() {
    String identifier = suite("SubscriptionPerformMethodsChannel");
    cables
        .open()
        .subscribe(identifier)
        .perform(identifier, "echo", "text", "hello")
        .hears(identifier, object("response", "hello"));
  }

  @Test
  void sendsWhatWasTransmittedInSubscribedBeforeTheConfirmation() {
    String identifier = suite("SubscriptionTransmissionsChannel");
    cables
        .open()
        .send(subscribe(identifier))
        .hears(identifier, "hello")
        .hears(identifier, "world")
        .confirmed(identifier);
  }

  @Test
  void rejectsAChannelThatIsNotThere() {
    CableClient client = cables.open();
    for (String unknown :
        new String[] {
          identifier("NoSuchChannel"), "{}", "{\"channel\":7}", "", "no json", "[1]", "\"text\""
        }) {
      client.send(subscribe(unknown)).rejected(unknown);
    }
  }

  @Test
  void answersARepeatThatComesBeforeTheAnswerOnce() {
    String identifier = identifier("SlowChannel", "nap", 400);
    CableClient client = cables.open();
    client.burst(subscribe(identifier), subscribe(identifier), subscribe(identifier));
    client.confirmed(identifier).silent();
  }

  @Test
  void rejectsARepeatThatComesBeforeTheAnswerOnce() {
    String slow = identifier("SlowChannel", "nap", 400);
    String rejecting = suite("SubscriptionAknowledgementRejectorChannel");
    CableClient client = cables.open();
    client.burst(subscribe(slow), subscribe(rejecting), subscribe(rejecting));
    client.confirmed(slow).rejected(rejecting).silent();
  }

  @Test
  void confirmsARepeatOfAConfirmedOneAndChangesNothing() {
    String identifier = suite("ChannelStateChannel", "name", "same");
    CableClient client = cables.open().subscribe(identifier);
    client.perform(identifier, "tick").hears(identifier, object("count", 3, "name", "same"));
    client.subscribe(identifier).subscribe(identifier);
    client.perform(identifier, "tick").hears(identifier, object("count", 5, "name", "same"));
    backend.broadcast("state_counts", "once");
    client.hears(identifier, "once").silent();
  }

  @Test
  void asksAgainAfterARejection() {
    String identifier = suite("SubscriptionAknowledgementRejectorChannel");
    CableClient client = cables.open();
    client.send(subscribe(identifier)).rejected(identifier);
    client.send(subscribe(identifier)).rejected(identifier);
  }

  @Test
  void startsAnewAfterAnUnsubscribeInOneBurst() {
    String identifier = suite("ChannelStateChannel", "name", "again");
    CableClient client = cables.open().subscribe(identifier);
    client.perform(identifier, "tick").hears(identifier, object("count", 3, "name", "again"));
    client.burst(unsubscribe(identifier), subscribe(identifier), perform(identifier, "tick"));
    client.confirmed(identifier).hears(identifier, object("count", 3, "name", "again"));
    backend.broadcast("state_counts", "live");
    client.hears(identifier, "live").silent();
  }

  @Test
  void startsAnewAfterAnUnsubscribeThatCameBeforeTheAnswer() {
    String identifier = identifier("SlowChannel", "nap", 200);
    CableClient client = cables.open();
    client.burst(subscribe(identifier), unsubscribe(identifier), subscribe(identifier));
    client.confirmed(identifier).confirmed(identifier);
    client.perform(identifier, "mark", "n", 1).hears(identifier, object("mark", 1)).silent();
  }

  @Test
  void endsUnsubscribedWhenTheUnsubscribeCameLast() {
    String identifier = suite("SingleStreamChannel");
    String marker = suite("SubscriptionAknowledgementChannel");
    CableClient client = cables.open();
    client.burst(subscribe(identifier), unsubscribe(identifier), subscribe(marker));
    client.confirmed(identifier).confirmed(marker);
    backend.broadcast("a", "unheard");
    client.silent();
  }

  @Test
  void ignoresCommandsForWhatIsNotSubscribed() {
    String identifier = suite("SubscriptionPerformMethodsChannel");
    CableClient client = cables.open();
    client.perform(identifier, "tick").unsubscribe(identifier);
    client.subscribe(identifier).perform(identifier, "tick").hears(identifier, "tock");
  }

  @Test
  void runsCommandsThatCameBeforeTheWelcome() {
    String identifier = suite("SubscriptionPerformMethodsChannel");
    CableClient client = cables.at("/cable").showingWelcome().open();
    client.burst(subscribe(identifier), perform(identifier, "tick"));
    client.expect("welcome");
    client.confirmed(identifier).hears(identifier, "tock");
  }
}
