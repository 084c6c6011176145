package io.ropeway.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** JSON as text: quoting on the hot path, and reading with a bound on depth. */
public final class JsonText {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /**
   * Appends a string as a JSON string, quotes included. Half of a surrogate pair, which UTF-8
   * cannot carry, is escaped, so that whatever a client sent comes back to it unchanged.
   */
  public static void quote(StringBuilder out, String value) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (isPair(value, i)) {
        i++;
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
      default ->
          out.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[(c >> 8) & 0xF])
              .append(HEX[(c >> 4) & 0xF])
              .append(HEX[c & 0xF]);
    }
  }

  private static boolean isPair(String value, int start) {
    return start + 1 < value.length()
        && Character.isSurrogatePair(value.charAt(start), value.charAt(start + 1));
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
    try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
      parser.next();
      JsonObject object = parser.getObject();
      if (parser.hasNext()) {
        throw new MalformedFrameException("more than a JSON object");
      }
      return object;
    } catch (
        RuntimeException e) { // parsers have many, for numbers beyond their limits among others
      throw new MalformedFrameException("not a JSON object");
    }
  }
}
