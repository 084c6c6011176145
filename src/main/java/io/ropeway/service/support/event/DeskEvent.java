package io.ropeway.service.support.event;

/**
 * Everything that the desk tells its listeners of, by the names that clients know (Chatwoot 4.9).
 * What the channels beside RoomChannel tell is made of these.
 */
public enum DeskEvent {
  MESSAGE_CREATED("message.created"),
  MESSAGE_UPDATED("message.updated"),
  FIRST_REPLY_CREATED("first.reply.created"),
  CONVERSATION_CREATED("conversation.created"),
  CONVERSATION_UPDATED("conversation.updated"),
  CONVERSATION_STATUS_CHANGED("conversation.status_changed"),
  CONVERSATION_READ("conversation.read"),
  CONVERSATION_CONTACT_CHANGED("conversation.contact_changed"),
  CONVERSATION_MENTIONED("conversation.mentioned"),
  CONVERSATION_TYPING_ON("conversation.typing_on"),
  CONVERSATION_TYPING_OFF("conversation.typing_off"),
  ASSIGNEE_CHANGED("assignee.changed"),
  TEAM_CHANGED("team.changed"),
  CONTACT_CREATED("contact.created"),
  CONTACT_UPDATED("contact.updated"),
  CONTACT_MERGED("contact.merged"),
  CONTACT_DELETED("contact.deleted"),
  NOTIFICATION_CREATED("notification.created"),
  NOTIFICATION_UPDATED("notification.updated"),
  NOTIFICATION_DELETED("notification.deleted"),
  CACHE_INVALIDATED("account.cache_invalidated"),
  PRESENCE_UPDATE("presence.update");

  private final String wireName;

  DeskEvent(String wireName) {
    this.wireName = wireName;
  }

  /** Its name on the wire. */
  public String wireName() {
    return wireName;
  }
}
