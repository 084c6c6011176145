package io.ropeway.service.support.body;

import io.ropeway.persistence.support.Attachment;
import jakarta.json.JsonObject;

/** Files of messages. */
public final class AttachmentBody {

  private AttachmentBody() {}

  /**
   * A file.
   *
   * @param url where its bytes are, absolute and signed
   * @param thumbUrl where a picture of it is, or an empty text
   */
  public static JsonObject of(Attachment file, String url, String thumbUrl) {
    Integer width = file.width();
    Integer height = file.height();
    return new Body()
        .with("id", file.id())
        .with("message_id", file.message().id())
        .with("file_type", file.fileType())
        .with("account_id", file.accountId())
        .with("extension", file.extension())
        .with("data_url", url)
        .with("thumb_url", thumbUrl)
        .with("file_size", file.fileSize())
        .with("width", width == null ? null : Long.valueOf(width))
        .with("height", height == null ? null : Long.valueOf(height))
        .build();
  }
}
