package io.ropeway.protocol;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/** JSON as text: quoting on the hot path, and reading with a bound on depth. */
public final class JsonText {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /** Appends a string as a JSON string, quotes included. */
  public static void quote(StringBuilder out, String value) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      out.append(value, copied, i);
      copied = i + 1;
      escape(out, c);
    }
    out.append(value, copied, value.length()).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
    }
  }

  /**
   * Whether brackets nest deeper than allowed. Looks at the characters alone, so that it is safe to
   * ask before any parser sees the text.
   */
  public static boolean isDeeperThan(String json, int limit) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        if (++depth > limit) {
          return true;
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return false;
  }

  /**
   * Reads an object.
   *
   * @throws MalformedFrameException if the text is no JSON object or nests too deep
   */
  public static JsonObject object(String json, int depth) throws MalformedFrameException {
    if (isDeeperThan(json, depth)) {
      throw new MalformedFrameException("JSON nests deeper than " + depth);
    }
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException | ClassCastException e) {
      throw new MalformedFrameException("not a JSON object");
    }
  }
}
