package io.ropeway.service.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param privateNote whether the contact must not see it; agents alone may write such
 * @param echoId the sender's own name for the message: a second one of that name and text is
 *     answered with the first; null for none
 * @param contentAttributes a JSON object as text
 * @param incoming whether an agent says it in the contact's name, which API inboxes allow
 */
public record Draft(
    @Nullable String content,
    boolean privateNote,
    @Nullable String echoId,
    String contentType,
    String contentAttributes,
    boolean incoming,
    List<StoredFile> files) {

  /** Plain text that everybody sees. */
  public static Draft of(@Nullable String content, @Nullable String echoId) {
    return new Draft(content, false, echoId, "text", "{}", false, List.of());
  }

  /** Plain text that agents alone see. */
  public static Draft note(String content) {
    return new Draft(content, true, null, "text", "{}", false, List.of());
  }
}
