package io.ropeway.service.support.file;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a file is by its first bytes, whatever it is called: only what browsers show without running
 * anything is more than bytes.
 *
 * @param fileType {@code image}, {@code audio}, {@code video} or {@code file}
 * @param contentType with which it is served
 */
public record FileKind(String fileType, String contentType) {

  /** Bytes, to be kept and not shown. */
  public static final FileKind BYTES = new FileKind("file", "application/octet-stream");

  private record Mark(int at, String text, FileKind kind) {}

  private static final FileKind WEBP = new FileKind("image", "image/webp");
  private static final FileKind WAVE = new FileKind("audio", "audio/wav");

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "\u0089PNG\r\n", new FileKind("image", "image/png")),
          new Mark(0, "\u00ff\u00d8\u00ff", new FileKind("image", "image/jpeg")),
          new Mark(0, "GIF8", new FileKind("image", "image/gif")),
          new Mark(8, "WEBP", WEBP),
          new Mark(8, "WAVE", WAVE),
          new Mark(4, "ftypM4A", new FileKind("audio", "audio/mp4")),
          new Mark(4, "ftyp", new FileKind("video", "video/mp4")),
          new Mark(0, "\u001aE\u00df\u00a3", new FileKind("video", "video/webm")),
          new Mark(0, "OggS", new FileKind("audio", "audio/ogg")),
          new Mark(0, "ID3", new FileKind("audio", "audio/mpeg")),
          new Mark(0, "\u00ff\u00fb", new FileKind("audio", "audio/mpeg")));

  /** The kind of a file. */
  public static FileKind of(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, 16), StandardCharsets.ISO_8859_1);
    for (Mark mark : MARKS) {
      if (start.startsWith(mark.text, mark.at)) {
        return mark.kind;
      }
    }
    return BYTES;
  }

  /** Whether browsers may show it. */
  public boolean isShown() {
    return !equals(BYTES);
  }
}
