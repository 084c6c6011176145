package io.ropeway.service.support.file;

import io.ropeway.persistence.support.Attachment;
import io.ropeway.persistence.support.AttachmentRepository;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.service.support.body.AttachmentBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Tells of messages' files. Their addresses hold what nobody guesses, so that they need no header,
 * and end with the message. Wants a transaction around it.
 */
@ApplicationScoped
public class FileLinks {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Where all files are, below the root. */
  public static final String PATH = "/api/v1/files/";

  @Inject AttachmentRepository attachments;
  @Inject PublicAddress address;

  /** The bodies of messages' files by the message's id; without those that have none. */
  public Map<Long, JsonArray> ofMessages(Collection<Long> messageIds) {
    Map<Long, JsonArray> bodies = new HashMap<>();
    attachments.ofMessages(messageIds).forEach((id, files) -> bodies.put(id, bodies(files)));
    return bodies;
  }

  /** The bodies of one message's files. */
  public JsonArray ofMessage(long messageId) {
    return ofMessages(List.of(messageId)).getOrDefault(messageId, JsonValue.EMPTY_JSON_ARRAY);
  }

  /**
   * The bodies of messages with their files, in their order, in one query.
   *
   * @param body makes a message's body, given those of its files
   */
  public JsonArray withFiles(
      Collection<SupportMessage> messages, BiFunction<SupportMessage, JsonArray, JsonObject> body) {
    Map<Long, JsonArray> attached = ofMessages(messages.stream().map(SupportMessage::id).toList());
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (SupportMessage one : messages) {
      all.add(body.apply(one, attached.getOrDefault(one.id(), JsonValue.EMPTY_JSON_ARRAY)));
    }
    return all.build();
  }

  private JsonArray bodies(List<Attachment> files) {
    JsonArrayBuilder bodies = JSON.createArrayBuilder();
    files.forEach(file -> bodies.add(body(file)));
    return bodies.build();
  }

  /** The body of a file. */
  public JsonObject body(Attachment file) {
    String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    String url = address.root() + PATH + file.storageKey() + "/" + name;
    return AttachmentBody.of(file, url, file.fileType().equals("image") ? url : "");
  }
}
