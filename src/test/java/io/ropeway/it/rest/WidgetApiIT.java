package io.ropeway.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.Servers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API of websites' widgets: a visitor, and an administrator who answers. */
class WidgetApiIT {

  private final Api anybody = Api.of(Servers.main().uri());
  private Api ada;
  private Api visitor;
  private String account;
  private JsonObject inbox;
  private JsonObject config;

  @BeforeEach
  void open() {
    ada = anybody.as("ada");
    account = "/api/v1/accounts/" + ada.get("/api/v1/profile").object().getInt("account_id");
    inbox =
        ada.post(account + "/inboxes", "{\"name\":\"Site\",\"channel\":{\"type\":\"web_widget\"}}")
            .is(200)
            .object();
    config = anybody.post(at("config"), "{}").is(200).object();
    visitor = anybody.with("X-Auth-Token", token(config));
  }

  private String at(String path) {
    return "/api/v1/widget/" + path + "?website_token=" + inbox.getString("website_token");
  }

  private static String token(JsonObject config) {
    return config.getJsonObject("website_channel_config").getString("auth_token");
  }

  private String thread() {
    int id = visitor.get(at("conversations")).is(200).object().getInt("id");
    return account + "/conversations/" + id;
  }

  @Test
  void tellsAWidgetWhatItBeginsWithAndKnowsItAgain() {
    JsonObject contact = config.getJsonObject("contact");
    assertThat(contact.getString("pubsub_token")).hasSize(24);
    assertThat(config.getJsonObject("website_channel_config").getString("website_name"))
        .isEqualTo("Site");
    assertThat(visitor.post(at("config"), "{}").is(200).object().getJsonObject("contact"))
        .isEqualTo(contact);
    assertThat(visitor.get(at("contact")).is(200).object().getInt("id"))
        .isEqualTo(contact.getInt("id"));
    assertThat(visitor.get(at("inbox_members")).is(200).object().getJsonArray("payload")).isEmpty();
    int me = ada.get("/api/v1/profile").object().getInt("id");
    ada.post(
            account + "/inbox_members",
            "{\"inbox_id\":" + inbox.getInt("id") + ",\"user_ids\":[" + me + "]}")
        .is(200);
    JsonObject member =
        visitor.get(at("inbox_members")).is(200).object().getJsonArray("payload").getJsonObject(0);
    assertThat(member.getInt("id")).isEqualTo(me);
    assertThat(member).containsKey("availability_status").doesNotContainKey("email");
    assertThat(visitor.get(at("campaigns")).is(200).array()).isEmpty();
  }

  @Test
  void letsAVisitorAndAnAgentTalk() {
    assertThat(visitor.get(at("conversations")).is(200).body()).isEqualTo("{}");
    visitor.post(at("conversations/toggle_typing"), "{\"typing_status\":\"on\"}").is(200);
    JsonObject said =
        visitor
            .post(
                at("messages"),
                "{\"message\":{\"content\":\"Hello?\",\"echo_id\":\"w1\","
                    + "\"referer_url\":\"https://shop.example/cart\"}}")
            .is(200)
            .object();
    assertThat(said.getInt("message_type")).isZero();
    String thread = thread();
    assertThat(ada.get(thread).is(200).object().getJsonObject("additional_attributes"))
        .hasToString("{\"referer\":\"https://shop.example/cart\"}");
    ada.post(thread + "/messages", "{\"content\":\"A note\",\"private\":true}").is(200);
    int reply =
        ada.post(thread + "/messages", "{\"content\":\"Hello!\"}").is(200).object().getInt("id");
    JsonObject page = visitor.get(at("messages") + "&after=" + said.getInt("id")).is(200).object();
    assertThat(page.getJsonArray("payload")).hasSize(1);
    assertThat(page.getJsonArray("payload").getJsonObject(0).getInt("id")).isEqualTo(reply);
    assertThat(visitor.get(at("messages") + "&before=" + reply).is(200).body())
        .contains("Hello?")
        .doesNotContain("A note", "Hello!");
    visitor.post(at("conversations/toggle_typing"), "{\"typing_status\":\"on\"}").is(200);
    visitor.post(at("conversations/update_last_seen"), "{}").is(200);
    assertThat(visitor.get(at("conversations")).object().getInt("contact_last_seen_at"))
        .isPositive();
    visitor.get(at("conversations/toggle_status")).is(200);
    assertThat(ada.get(thread).object().getString("status")).isEqualTo("resolved");
    visitor.post(at("messages"), "{\"message\":{\"content\":\"One more thing\"}}").is(200);
    assertThat(ada.get(thread).object().getString("status")).isEqualTo("open");
    visitor.post(at("conversations/transcript"), "{\"email\":\"a@example.com\"}").is(422);
  }

  @Test
  void beginsWithWhoTheVisitorIsAndTakesWhatIsFilledIn() {
    JsonObject begun =
        visitor
            .post(
                at("conversations"),
                "{\"contact\":{\"name\":\"Vic\"},\"message\":{\"content\":\"Hi\"},"
                    + "\"custom_attributes\":{\"plan\":\"pro\"}}")
            .is(200)
            .object();
    assertThat(begun.getJsonArray("messages")).hasSize(1);
    assertThat(begun.getJsonObject("contact").getString("name")).isEqualTo("Vic");
    visitor
        .post(at("conversations/set_custom_attributes"), "{\"custom_attributes\":{\"seats\":3}}")
        .is(200);
    visitor
        .post(at("conversations/destroy_custom_attributes"), "{\"custom_attribute\":[\"plan\"]}")
        .is(200);
    String thread = thread();
    assertThat(ada.get(thread).object().getJsonObject("custom_attributes"))
        .hasToString("{\"seats\":3}");
    int asked =
        ada.post(
                thread + "/messages",
                "{\"content\":\"Your address?\",\"content_type\":\"input_email\"}")
            .is(200)
            .object()
            .getInt("id");
    String filled = "{\"message\":{\"submitted_values\":[{\"value\":\"yes\"}]}}";
    assertThat(visitor.patch(at("messages/" + asked), filled).is(200).body())
        .contains("submitted_values");
    String address = "vic-" + System.nanoTime() + "@example.com";
    assertThat(
            visitor
                .patch(at("messages/" + asked), "{\"contact\":{\"email\":\"" + address + "\"}}")
                .is(200)
                .object()
                .getJsonObject("content_attributes")
                .getString("submitted_email"))
        .isEqualTo(address);
    assertThat(visitor.get(at("contact")).object().getBoolean("has_email")).isTrue();
    visitor.patch(at("contact"), "{\"custom_attributes\":{\"size\":\"L\"}}").is(200);
    visitor
        .post(at("contact/destroy_custom_attributes"), "{\"custom_attributes\":[\"size\"]}")
        .is(200);
  }

  @Test
  void takesAProofOfWhoTheVisitorIsAndRefusesAForgedOne() throws Exception {
    String name = "user-" + System.nanoTime();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = inbox.getString("hmac_token").getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String hash = HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    String body = "{\"identifier\":\"" + name + "\",\"name\":\"Vic\",\"identifier_hash\":\"";
    visitor.patch(at("contact/set_user"), body + "00\"}").is(401);
    JsonObject known = visitor.patch(at("contact/set_user"), body + hash + "\"}").is(200).object();
    assertThat(known.getString("name")).isEqualTo("Vic");
    assertThat(known).doesNotContainKey("widget_auth_token");
    visitor.post(at("messages"), "{\"message\":{\"content\":\"A secret\"}}").is(200);
    JsonObject other =
        visitor
            .patch(at("contact/set_user"), "{\"identifier\":\"else-" + name + "\"}")
            .is(200)
            .object();
    Api second = anybody.with("X-Auth-Token", other.getString("widget_auth_token"));
    assertThat(second.get(at("messages")).is(200).object().getJsonArray("payload")).isEmpty();
    JsonObject fresh = anybody.post(at("config"), "{}").is(200).object();
    Api elsewhere = anybody.with("X-Auth-Token", token(fresh));
    elsewhere.patch(at("contact/set_user"), body + hash + "\"}").is(200);
    assertThat(elsewhere.get(at("messages")).is(200).body()).contains("A secret");
  }

  @Test
  void isNotThereForWhoHasNoTokenOrAnothersAndNeverSignsAnybodyOut() {
    for (String path : new String[] {"conversations", "messages", "contact"}) {
      anybody.get(at(path)).is(404);
      anybody.with("X-Auth-Token", "x.y.z").get(at(path)).is(404);
      visitor.get("/api/v1/widget/" + path + "?website_token=nobody").is(404);
      visitor.get("/api/v1/widget/" + path).is(404);
    }
    anybody.post("/api/v1/widget/config?website_token=nobody", "{}").is(404);
    visitor.get(at("conversations/toggle_status")).is(404);
    JsonObject second =
        ada.post(account + "/inboxes", "{\"name\":\"Two\",\"channel\":{\"type\":\"web_widget\"}}")
            .object();
    visitor
        .get("/api/v1/widget/contact?website_token=" + second.getString("website_token"))
        .is(404);
  }

  @Test
  void takesFilesAndShowsThemUntilTheMessageIsDeleted() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"message[content]\"\r\n\r\nSee\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"message[attachments][]\";"
            + " filename=\"a.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n<svg/>\r\n--b--\r\n";
    JsonObject message =
        visitor
            .send(
                "POST",
                at("messages"),
                BodyPublishers.ofString(form),
                "multipart/form-data; boundary=b")
            .is(200)
            .object();
    assertThat(message.getString("content")).isEqualTo("See");
    String address = message.getJsonArray("attachments").getJsonObject(0).getString("data_url");
    String path = URI.create(address).getRawPath();
    assertThat(anybody.get(path).is(200).header("Content-Disposition")).startsWith("attachment");
    ada.delete(thread() + "/messages/" + message.getInt("id")).is(200);
    anybody.get(path).is(404);
  }
}
