package io.ropeway.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of presence, as JSON text (AnyCable 1.6). */
public final class PresenceText {

  /** The name of events whose payload is one of these texts. */
  public static final String EVENT = "$presence";

  /** The answer to what could not be done. */
  public static final String ERROR = "{\"type\":\"error\"}";

  private PresenceText() {}

  /** Somebody came. */
  public static String join(PresenceRecord who) {
    return record(new StringBuilder("{\"type\":\"join\","), who).append('}').toString();
  }

  /** Somebody left. */
  public static String leave(String id) {
    StringBuilder out = new StringBuilder("{\"type\":\"leave\",\"id\":");
    JsonText.quote(out, id);
    return out.append('}').toString();
  }

  /**
   * Who is there.
   *
   * @param records all of them, or null to tell only how many
   */
  public static String info(int total, @Nullable List<PresenceRecord> records) {
    StringBuilder out = new StringBuilder("{\"type\":\"info\",\"total\":").append(total);
    if (records != null) {
      out.append(",\"records\":[");
      for (int i = 0; i < records.size(); i++) {
        record(out.append(i == 0 ? "{" : ",{"), records.get(i)).append('}');
      }
      out.append(']');
    }
    return out.append('}').toString();
  }

  private static StringBuilder record(StringBuilder out, PresenceRecord who) {
    out.append("\"id\":");
    JsonText.quote(out, who.id());
    if (who.info() != null) {
      out.append(",\"info\":").append(who.info());
    }
    return out;
  }
}
