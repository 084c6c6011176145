package io.ropeway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ropeway.broadcast.StreamNames;
import io.ropeway.config.TestSettings;
import io.ropeway.container.DeployedBeans;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelDefinitionTest {

  /** Data of an action. */
  public record Data(String text) {}

  abstract static class Base<T> implements Channel {
    @Action
    String inherited() {
      return "base";
    }

    @Action
    String overridden() {
      return "base";
    }

    @Action
    abstract void generic(T data);

    @Every("PT1S")
    void tick() {}
  }

  @ChannelName(value = "Good", access = Access.PUBLIC)
  static class Good extends Base<Data> {
    @Override
    @Action
    String overridden() {
      return "good";
    }

    @Override
    @Action
    void generic(Data data) {}

    @Override
    @Every("PT2S")
    void tick() {}

    @Action("other name")
    void named(JsonObject data, Subscription subscription) {}

    void unmarked() {}
  }

  @ChannelName("Bad")
  static class TwoParameters implements Channel {
    @Action
    void say(Data one, Data two) {}
  }

  @ChannelName("Bad")
  static class WrongType implements Channel {
    @Action
    void say(String text) {}
  }

  @ChannelName("Bad")
  static class TwoOfOneName implements Channel {
    @Action
    void say() {}

    @Action("say")
    void speak() {}
  }

  @ChannelName("Bad")
  static class TimerWithData implements Channel {
    @Every("PT1S")
    void tick(Data data) {}
  }

  @ChannelName("Bad")
  static class TimerWithoutPeriod implements Channel {
    @Every("often")
    void tick() {}
  }

  @ChannelName("Bad")
  static class TimerWithoutPause implements Channel {
    @Every("PT0S")
    void tick() {}
  }

  @ChannelName(" ")
  static class Nameless implements Channel {}

  static class Unmarked implements Channel {}

  @ChannelName("Good")
  static class SameName implements Channel {}

  @Test
  void readsNameAccessActionsAndTimers() {
    ChannelDefinition good = new ChannelDefinition(Good.class);

    assertThat(good.name()).isEqualTo("Good");
    assertThat(good.access()).isEqualTo(Access.PUBLIC);
    assertThat(good.action("inherited")).isNotNull();
    assertThat(good.action("generic")).isNotNull();
    assertThat(good.action("other name")).isNotNull();
    assertThat(good.action("named")).isNull();
    assertThat(good.action("unmarked")).isNull();
  }

  @Test
  void countsAnOverriddenTimerOnce() {
    assertThat(new ChannelDefinition(Good.class).timers().values())
        .containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void refusesAnActionWithTwoParametersOfData() {
    assertWrong(TwoParameters.class, "one parameter of data");
  }

  @Test
  void refusesDataThatIsNeitherRecordNorJsonObject() {
    assertWrong(WrongType.class, "a record or a JsonObject");
  }

  @Test
  void refusesTwoActionsOfOneName() {
    assertWrong(TwoOfOneName.class, "two actions of the name say");
  }

  @Test
  void refusesATimerThatWantsData() {
    assertWrong(TimerWithData.class, "the subscription only");
  }

  @Test
  void refusesATimerWithoutASensiblePeriod() {
    assertWrong(TimerWithoutPeriod.class, "such as PT1S");
    assertWrong(TimerWithoutPause.class, "longer than none");
  }

  @Test
  void refusesAChannelWithoutAName() {
    assertWrong(Nameless.class, "no channel name");
  }

  @Test
  void refusesADeploymentWithAnUnmarkedChannel() {
    assertThatThrownBy(
            () -> registry(new DeployedBeans<Channel>().add(Unmarked.class, Unmarked::new)))
        .hasMessageContaining("Annotate")
        .hasMessageContaining("Unmarked");
  }

  @Test
  void refusesADeploymentWithTwoChannelsOfOneName() {
    assertThatThrownBy(
            () ->
                registry(
                    new DeployedBeans<Channel>()
                        .add(Good.class, Good::new)
                        .add(SameName.class, SameName::new)))
        .hasMessageContaining("one channel name");
  }

  @Test
  void knowsWhetherSomeChannelIsPublic() {
    assertThat(registry(new DeployedBeans<Channel>()).hasPublicChannel()).isFalse();
    assertThat(registry(new DeployedBeans<Channel>().add(Good.class, Good::new)).hasPublicChannel())
        .isTrue();
  }

  @ChannelName(
      value = "Durable",
      durable = {"kept:*", "one"},
      onlyWith = {"ropeway.broadcast.key", "ropeway.http.public-url"})
  static class Durable implements Channel {}

  @Test
  void declaresTheStreamsThatAreKept() {
    StreamNames streams = new StreamNames();
    ChannelRegistry registry =
        registry(
            new DeployedBeans<Channel>().add(Durable.class, Durable::new),
            streams,
            "ropeway.broadcast.key",
            "x");

    assertThat(List.of("kept:7", "one"))
        .allMatch(streams::isDurable)
        .allMatch(registry::isDeclared);
    assertThat(List.of("one more", "other"))
        .noneMatch(streams::isDurable)
        .noneMatch(registry::isDeclared);
  }

  @Test
  void leavesOutAChannelWhoseSettingsAreMissing() {
    StreamNames streams = new StreamNames();
    ChannelRegistry registry =
        registry(new DeployedBeans<Channel>().add(Durable.class, Durable::new), streams);

    assertThat(registry.find("Durable")).isNull();
    assertThat(streams.isDurable("one")).isFalse();
  }

  private static ChannelRegistry registry(DeployedBeans<Channel> channels) {
    return registry(channels, new StreamNames());
  }

  private static ChannelRegistry registry(
      DeployedBeans<Channel> channels, StreamNames streams, String... settings) {
    ChannelRegistry registry = new ChannelRegistry();
    registry.channels = channels;
    registry.streams = streams;
    registry.settings = TestSettings.lookup(settings);
    registry.read();
    return registry;
  }

  private static void assertWrong(Class<? extends Channel> type, String sentence) {
    assertThatThrownBy(() -> new ChannelDefinition(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining(type.getSimpleName());
  }
}
