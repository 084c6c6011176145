package io.ropeway.service.support;

import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessageRepository;
import io.ropeway.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** What may be said, and how often. */
@ApplicationScoped
class DraftRules {

  /** In a conversation, of everybody together. */
  static final int MESSAGES_A_MINUTE = 200;

  static final int CHARACTERS = 150_000;
  static final int FILES = 15;
  private static final int ECHO_CHARACTERS = 255;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject SupportMessageRepository messages;

  /**
   * Looks at a draft alone.
   *
   * @throws Refusal INVALID
   */
  static void check(Draft draft) {
    String content = draft.content();
    if ((content == null || content.isBlank()) && draft.files().isEmpty()) {
      throw Refusal.invalid("Content can't be blank");
    }
    if (content != null && content.codePointCount(0, content.length()) > CHARACTERS) {
      throw Refusal.invalid("Content is too long (maximum is 150000 characters)");
    }
    if (content != null && content.indexOf(0) >= 0) {
      throw Refusal.invalid("Content has a character that is none.");
    }
    if (draft.files().size() > FILES) {
      throw Refusal.invalid("A message has at most 15 attachments.");
    }
    String echo = draft.echoId();
    if (echo != null && echo.length() > ECHO_CHARACTERS) {
      throw Refusal.invalid("echo_id is too long (maximum is 255 characters)");
    }
  }

  /**
   * Looks at what was said in the conversation of late.
   *
   * @throws Refusal TOO_MANY
   */
  void admit(Conversation conversation, Instant now) {
    if (messages.countSince(conversation.id(), now.minus(MINUTE)) >= MESSAGES_A_MINUTE) {
      throw Refusal.tooMany("Too many messages", MINUTE);
    }
  }
}
