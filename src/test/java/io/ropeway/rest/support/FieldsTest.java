package io.ropeway.rest.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.service.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static Fields of(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return new Fields(reader.readObject());
    }
  }

  @Test
  void takesNumbersAsTextsAndTextsAsNumbers() {
    Fields fields = of("{\"a\":7,\"b\":\"7\",\"c\":\" \",\"d\":null}");
    assertThat(fields.number("a")).isEqualTo(7L);
    assertThat(fields.number("b")).isEqualTo(7L);
    assertThat(fields.number("c")).isNull();
    assertThat(fields.number("d")).isNull();
    assertThat(fields.text("a")).contains("7");
    assertThat(fields.text("d")).isEmpty();
  }

  @Test
  void tellsNullFromNothing() {
    Fields fields = of("{\"assignee_id\":null}");
    assertThat(fields.has("assignee_id")).isTrue();
    assertThat(fields.has("team_id")).isFalse();
  }

  @Test
  void takesYesHoweverItIsSaid() {
    Fields fields = of("{\"a\":true,\"b\":\"true\",\"c\":1,\"d\":false,\"e\":null}");
    assertThat(fields.isSet("a")).isTrue();
    assertThat(fields.isSet("b")).isTrue();
    assertThat(fields.isSet("c")).isTrue();
    assertThat(fields.flag("d")).isFalse();
    assertThat(fields.flag("e")).isNull();
  }

  @Test
  void readsListsAndWhatIsWithin() {
    Fields fields =
        of("{\"ids\":[1,\"2\"],\"labels\":{\"add\":[\"x\",null]},\"list\":[{\"a\":1}]}");
    assertThat(fields.numbers("ids")).containsExactly(1L, 2L);
    assertThat(fields.within("labels").texts("add")).containsExactly("x");
    assertThat(fields.within("nothing").texts("add")).isEmpty();
    assertThat(fields.all("list")).singleElement().extracting(f -> f.number("a")).isEqualTo(1L);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> of("{\"a\":\"x\"}").number("a"))
        .withMessage("a is a whole number.");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> of("{}").requiredNumber("a"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> of("{\"a\":\" \"}").requiredText("a"));
  }
}
