package io.ropeway.it.support;

import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/** A website whose widget two visitors use, each with a conversation of their own. */
final class Website {

  static final String WIDGET = "/api/v1/widget";

  final long reply;

  private final Api anybody;
  private final String query;
  private final Map<Asker, String> tokens = new EnumMap<>(Asker.class);

  /**
   * Opens it.
   *
   * @param boss an administrator of the account, who answers the first visitor
   * @param account the account's part of the API
   */
  Website(Api anybody, Api boss, String account) {
    this.anybody = anybody;
    String made = "{\"name\":\"Site\",\"channel\":{\"type\":\"web_widget\"}}";
    JsonObject inbox = boss.post(account + "/inboxes", made).is(200).object();
    query = "?website_token=" + inbox.getString("website_token");
    visit(Asker.OTHER_CONTACT, "Hello");
    long conversation = visit(Asker.CONTACT, Office.SECRET);
    String thread = account + "/conversations/" + conversation;
    boss.post(thread + "/messages", "{\"content\":\"" + Office.NOTE + "\",\"private\":true}")
        .is(200);
    reply = boss.post(thread + "/messages", "{\"content\":\"Yes\"}").is(200).object().getInt("id");
  }

  private long visit(Asker visitor, String says) {
    tokens.put(
        visitor,
        anybody
            .post(path(WIDGET + "/config"), "{}")
            .is(200)
            .object()
            .getJsonObject("website_channel_config")
            .getString("auth_token"));
    JsonObject message = Frames.object("message", Frames.object("content", says));
    return with(visitor, anybody)
        .post(path(WIDGET + "/conversations"), message.toString())
        .is(200)
        .object()
        .getInt("id");
  }

  /** A path with the name of the website. */
  String path(String path) {
    return path + query;
  }

  /** The same caller with the token that the widget gave it, if it is a visitor. */
  Api with(Asker asker, Api api) {
    String token = tokens.get(asker);
    return token == null ? api : api.with("X-Auth-Token", token);
  }
}
