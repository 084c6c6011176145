package io.ropeway.ledger;

import io.ropeway.protocol.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reaches as one text, for a column: {@code [["room:1","epoch",4,7]]}. */
public final class ReachText {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ReachText() {}

  public static String write(Collection<Reach> reaches) {
    StringBuilder out = new StringBuilder("[");
    String separator = "";
    for (Reach reach : reaches) {
      out.append(separator).append('[');
      JsonText.quote(out, reach.stream());
      out.append(',');
      JsonText.quote(out, reach.epoch());
      out.append(',').append(reach.proved()).append(',').append(reach.sent()).append(']');
      separator = ",";
    }
    return out.append(']').toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws RuntimeException if it is anything else
   */
  public static List<Reach> read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      List<Reach> reaches = new ArrayList<>(2);
      for (JsonArray one : reader.readArray().getValuesAs(JsonArray.class)) {
        reaches.add(
            new Reach(
                one.getString(0),
                one.getString(1),
                one.getJsonNumber(2).longValueExact(),
                one.getJsonNumber(3).longValueExact()));
      }
      return reaches;
    }
  }

  /** Texts as one, for a column. */
  public static String writeAll(Collection<String> texts) {
    return JSON.createArrayBuilder(texts).build().toString();
  }

  /** Reads what {@link #writeAll} wrote. */
  public static List<String> readAll(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }
}
