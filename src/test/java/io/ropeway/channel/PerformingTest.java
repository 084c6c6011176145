package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.service.Refusal;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions: found by name, bound, checked, run in order, and contained. */
class PerformingTest {

  private static final String DESK = "{\"channel\":\"Desk\"}";

  private final BlockingQueue<ActionFailure> failures = new LinkedBlockingQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final TestNode node =
      new TestNode("ropeway.limits.commands-per-second", "0")
          .deploy(Desk.class, () -> new Desk(failures, gate));
  private final TestClient client = node.connect();

  PerformingTest() {
    client.follow(DESK);
  }

  /** Does all that an action can do. */
  @ChannelName("Desk")
  static class Desk implements Channel {

    /** Something to say. */
    public record Say(@NotBlank String text, @Max(3) Integer times) {}

    private final BlockingQueue<ActionFailure> failures;
    private final CountDownLatch gate;
    private int calls;

    Desk(BlockingQueue<ActionFailure> failures, CountDownLatch gate) {
      this.failures = failures;
      this.gate = gate;
    }

    @Action
    String receive(JsonObject data) {
      return "received " + data.getInt("n", -1);
    }

    @Action
    void say(Subscription subscription, Say said) {
      subscription.transmit(Map.of("said", said.text()));
    }

    @Action("renamed")
    Say original(Say said, Subscription subscription) {
      return said;
    }

    @Action
    Map<String, Integer> count() {
      return Map.of("calls", ++calls);
    }

    @Action
    String nothing() {
      return null;
    }

    @Action
    void gated(Subscription subscription) throws InterruptedException {
      gate.await(5, TimeUnit.SECONDS);
      subscription.transmit("gated");
    }

    @Action
    void refuse() {
      throw Refusal.forbidden("Not you.");
    }

    @Action
    void fail() {
      throw new IllegalStateException("a secret");
    }

    @Action
    void failChecked() throws Exception {
      throw new Exception("a secret");
    }

    @Action
    @SuppressWarnings("InfiniteRecursion") // that is how a stack overflows
    void overflow() {
      throw new StackOverflowError("as asked");
    }

    @Action
    Object unwritable() {
      return new Object() {
        @SuppressWarnings("unused")
        public String getName() {
          throw new IllegalStateException("as asked");
        }
      };
    }

    @Action
    void leave(Subscription subscription) {
      subscription.reject();
    }

    void hidden(Subscription subscription) {
      subscription.transmit("hidden");
    }

    @Override
    public void failed(Subscription subscription, ActionFailure failure) {
      failures.add(failure);
    }
  }

  @AfterEach
  void close() {
    gate.countDown();
    node.close();
  }

  @Test
  void callsTheActionThatTheDataNames() {
    client.perform(DESK, "{\"action\":\"say\",\"text\":\"hello\"}");

    client.expectMessage(DESK, "{\"said\":\"hello\"}");
  }

  @Test
  void callsReceiveForDataThatNamesNone() {
    client.perform(DESK, "{\"n\":7}");
    client.perform(DESK, "{\"action\":7,\"n\":8}");

    client.expectMessage(DESK, "\"received 7\"");
    client.expectMessage(DESK, "\"received 8\"");
  }

  @Test
  void transmitsWhatAnActionReturns() {
    client.perform(DESK, "{\"action\":\"renamed\",\"text\":\"x\",\"times\":2}");

    client.expectMessage(DESK, "{\"text\":\"x\",\"times\":2}");
  }

  @Test
  void transmitsNothingForNull() {
    client.perform(DESK, "{\"action\":\"nothing\"}");

    client.expectQuiet();
  }

  @Test
  void keepsAStateForEachSubscription() {
    String other = DESK + " ";
    client.follow(other);
    client.perform(DESK, "{\"action\":\"count\"}");
    client.perform(DESK, "{\"action\":\"count\"}");
    client.perform(other, "{\"action\":\"count\"}");

    client.expectMessage(DESK, "{\"calls\":1}");
    client.expectMessage(DESK, "{\"calls\":2}");
    client.expectMessage(other, "{\"calls\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "subscribed", "failed", "original", "toString", "", "Say"})
  void callsNothingThatIsNoAction(String name) {
    client.perform(DESK, "{\"action\":\"" + name + "\"}");

    client.expectQuiet();
    assertThat(failures.poll().kind()).isEqualTo(ActionFailure.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}",
        "{\"text\":null}",
        "{\"text\":\" \"}",
        "{\"text\":\"x\",\"times\":4}",
        "{\"text\":\"x\",\"times\":\"many\"}",
        "{\"text\":\"x\",\"times\":99999999999999999999}",
        "{\"text\":\"x\",\"times\":[1]}",
        "{\"text\":\"x\",\"times\":{\"a\":1}}",
        "{\"text\":[\"x\"]}",
        "{\"text\":{\"x\":\"y\"}}"
      })
  void refusesDataThatDoesNotFit(String data) {
    client.perform(DESK, "{\"action\":\"say\"," + data.substring(1).replaceFirst("^}", "\"x\":1}"));

    client.expectQuiet();
    assertThat(failures.poll().kind()).isEqualTo(ActionFailure.Kind.INVALID);
  }

  @Test
  void namesTheRulesThatTheDataBreaks() {
    client.perform(DESK, "{\"action\":\"say\",\"text\":\"\",\"times\":9}");

    client.expectQuiet();
    assertThat(failures.poll().sentence())
        .isEqualTo("text must not be blank. times must be less than or equal to 3.");
  }

  @Test
  void passesOnWhatTheApplicationRefuses() {
    client.perform(DESK, "{\"action\":\"refuse\"}");

    client.expectQuiet();
    ActionFailure failure = failures.poll();
    assertThat(failure.kind()).isEqualTo(ActionFailure.Kind.REFUSED);
    assertThat(failure.sentence()).isEqualTo("Not you.");
    assertThat(failure.action()).isEqualTo("refuse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "failChecked", "overflow", "unwritable"})
  void containsWhateverAnActionThrowsAndTellsNothingOfIt(String action) {
    client.perform(DESK, "{\"action\":\"" + action + "\"}");
    client.perform(DESK, "{\"action\":\"count\"}");

    client.expectMessage(DESK, "{\"calls\":1}");
    ActionFailure failure = failures.poll();
    assertThat(failure.kind()).isEqualTo(ActionFailure.Kind.ERROR);
    assertThat(failure.sentence()).isEqualTo("Something went wrong.");
  }

  @Test
  void takesNoNoticeOfAnActionForAnUnknownIdentifier() {
    client.perform("unknown", "{\"action\":\"count\"}");
    client.perform(DESK + " ", "{\"action\":\"count\"}");

    client.expectQuiet();
  }

  @Test
  void runsTheCommandsOfAConnectionInOrderAlsoBehindASlowOne() {
    client.perform(DESK, "{\"action\":\"gated\"}");
    for (int i = 0; i < 10; i++) {
      client.perform(DESK, "{\"n\":" + i + "}");
    }
    gate.countDown();

    client.expectMessage(DESK, "\"gated\"");
    for (int i = 0; i < 10; i++) {
      client.expectMessage(DESK, "\"received " + i + "\"");
    }
  }

  @Test
  void letsNoConnectionWaitForAnother() {
    client.perform(DESK, "{\"action\":\"gated\"}");
    TestClient other = node.connect();
    other.follow(DESK);
    other.perform(DESK, "{\"n\":1}");

    other.expectMessage(DESK, "\"received 1\"");
    assertThat(client.connection().isQuiet()).isTrue();
  }

  @Test
  void endsTheSubscriptionThatAnActionRejects() {
    client.perform(DESK, "{\"action\":\"leave\"}");
    client.perform(DESK, "{\"action\":\"count\"}");

    client.expectRejection(DESK);
    client.expectQuiet();
    client.follow(DESK);
    client.perform(DESK, "{\"action\":\"count\"}");
    client.expectMessage(DESK, "{\"calls\":1}");
  }

  @Test
  void bindsOddNumbersOrRefusesThemAndNothingElse() {
    List<String> odd =
        List.of(
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "1.5",
            "-0",
            "2147483648",
            "1E2",
            "0.0",
            "9".repeat(300),
            "1." + "3".repeat(2_000));
    Random random = new Random(1);
    for (String number : odd) {
      client.perform(DESK, "{\"action\":\"renamed\",\"text\":\"x\",\"times\":" + number + "}");
      String mixed = odd.get(random.nextInt(odd.size()));
      client.perform(DESK, "{\"action\":\"renamed\",\"text\":" + mixed + "}");
    }
    client.framesUntilSettled();

    assertThat(failures).allMatch(failure -> failure.kind() == ActionFailure.Kind.INVALID);
  }
}
