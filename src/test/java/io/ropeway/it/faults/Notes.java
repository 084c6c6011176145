package io.ropeway.it.faults;

import io.ropeway.it.faults.Diary.Acknowledged;
import io.ropeway.it.faults.Diary.Break;
import io.ropeway.it.faults.Diary.Heard;
import io.ropeway.it.faults.Diary.Noted;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A diary that is being written. */
final class Notes {

  private final int number;
  private final String prefix;
  private final List<Heard> heard = new ArrayList<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final Set<String> settled = new HashSet<>();
  private final List<Noted> refused = new ArrayList<>();
  private final List<Long> confirmed = new ArrayList<>();
  private final List<Long> opened = new ArrayList<>();
  private final List<Break> breaks = new ArrayList<>();
  private final List<Noted> histories = new ArrayList<>();
  private final List<Long> probes = new ArrayList<>();
  private long sentAt;
  private String farewell = "";
  private int typing;
  private long last;

  Notes(int number) {
    this.number = number;
    prefix = number + "-";
  }

  synchronized void sent() {
    sentAt = now();
  }

  synchronized void opened() {
    opened.add(now());
  }

  synchronized void confirmed() {
    confirmed.add(now());
  }

  synchronized void history(String answer) {
    histories.add(new Noted(now(), answer));
  }

  synchronized void probed() {
    probes.add(now());
  }

  synchronized void farewell(String reason) {
    farewell = reason;
  }

  synchronized void broke(int connection, int code) {
    breaks.add(new Break(now(), connection, code, farewell));
    farewell = "";
  }

  /** Notes a data frame; returns the name of the own message that it acknowledges, or "". */
  synchronized String message(int connection, JsonObject frame) {
    JsonObject message = frame.getJsonObject("message");
    JsonObject data = message.getJsonObject("data");
    switch (message.getString("event")) {
      case "message.created" -> {
        String name = data.getString("clientMessageId", "");
        long id = data.getJsonNumber("id").longValue();
        long offset = frame.containsKey("offset") ? frame.getJsonNumber("offset").longValue() : 0;
        heard.add(new Heard(now(), connection, id, name, offset));
        last = Math.max(last, id);
        if (name.startsWith(prefix) && settled.add(name)) {
          acknowledged.add(new Acknowledged(now(), name, now() - sentAt));
          return name;
        }
      }
      case "error" -> refused.add(new Noted(now(), message.toString()));
      case "typing.on", "typing.off" -> typing++;
      default -> {
        // Comings and goings.
      }
    }
    return "";
  }

  synchronized Standing standing(boolean live, boolean waiting, int sockets) {
    return new Standing(number, live, waiting, last, sockets, acknowledged.size(), typing);
  }

  synchronized Diary diary() {
    return new Diary(
        number,
        List.copyOf(heard),
        List.copyOf(acknowledged),
        List.copyOf(refused),
        List.copyOf(confirmed),
        List.copyOf(opened),
        List.copyOf(breaks),
        List.copyOf(histories),
        List.copyOf(probes),
        typing,
        heard.stream().map(Heard::id).toList());
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
