package io.ropeway.service.support.event;

import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.support.Contact;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.SupportMessage;
import io.ropeway.persistence.support.SupportNotification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what happens at the desk, once the running transaction has committed, in the order of
 * the calls. The caller holds the conversation's lock; entities are as the change left them.
 *
 * <p>{@code performer} is the signed-in user who caused it; null for contacts and for the server.
 */
@ApplicationScoped
public class DeskEvents {

  public void messageCreated(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {}

  /**
   * @param changes the changed fields by their names on the wire
   */
  public void messageUpdated(
      Conversation conversation,
      SupportMessage message,
      Map<String, Change> changes,
      @Nullable AppUser performer) {}

  /** A message's text was erased: also takes it out of what the log has of it. */
  public void messageDeleted(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {}

  public void firstReplyCreated(
      Conversation conversation, SupportMessage message, @Nullable AppUser performer) {}

  public void conversationCreated(Conversation conversation, @Nullable AppUser performer) {}

  public void conversationUpdated(Conversation conversation, @Nullable AppUser performer) {}

  public void conversationStatusChanged(Conversation conversation, @Nullable AppUser performer) {}

  /** The contact has read it. */
  public void conversationRead(Conversation conversation) {}

  /** An agent has read it, or made it unread: for that agent's other devices alone. */
  public void conversationSeen(Conversation conversation, AppUser agent) {}

  public void conversationContactChanged(Conversation conversation, @Nullable AppUser performer) {}

  public void conversationMentioned(
      Conversation conversation, AppUser mentioned, @Nullable AppUser performer) {}

  public void assigneeChanged(Conversation conversation, @Nullable AppUser performer) {}

  public void teamChanged(Conversation conversation, @Nullable AppUser performer) {}

  public void contactCreated(Contact contact, @Nullable AppUser performer) {}

  public void contactUpdated(Contact contact, @Nullable AppUser performer) {}

  public void contactMerged(Contact base, @Nullable AppUser performer) {}

  public void contactDeleted(Contact contact, @Nullable AppUser performer) {}

  public void notificationCreated(SupportNotification notification) {}

  public void notificationUpdated(SupportNotification notification) {}

  public void notificationDeleted(SupportNotification notification) {}

  /** One of the lists that clients keep has changed. */
  public void cacheInvalidated(long accountId) {}
}
