package io.ropeway.rest.support;

import io.ropeway.service.Refusal;
import io.ropeway.service.support.StoredFile;
import io.ropeway.service.support.file.FileStore;
import io.ropeway.service.support.file.KeptFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with files: its fields, and the files in the store. */
@RequestScoped
public class Upload {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int FILES = 15;

  @Inject FileStore store;

  /** What was sent. */
  record Form(Fields fields, List<StoredFile> files) {}

  /**
   * Reads a form and keeps its files.
   *
   * @throws Refusal INVALID if there are too many
   */
  Form read(List<EntityPart> parts) {
    long sent = parts.stream().filter(part -> part.getFileName().isPresent()).count();
    if (sent > FILES) {
      throw Refusal.invalid("A message has at most 15 attachments.");
    }
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    List<StoredFile> files = new ArrayList<>();
    for (EntityPart part : parts) {
      byte[] content = content(part);
      if (part.getFileName().isEmpty()) {
        fields.add(part.getName(), new String(content, StandardCharsets.UTF_8));
      } else if (content.length > 0) {
        files.add(attached(store.keep(part.getFileName().get(), content)));
      }
    }
    return new Form(new Fields(fields.build()), files);
  }

  private static StoredFile attached(KeptFile file) {
    return new StoredFile(
        file.kind().fileType(),
        file.name(),
        file.extension(),
        file.kind().contentType(),
        file.size(),
        file.width(),
        file.height(),
        file.key());
  }

  private static byte[] content(EntityPart part) {
    try (InputStream content = part.getContent()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
