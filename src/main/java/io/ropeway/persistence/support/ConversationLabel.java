package io.ropeway.persistence.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A label on a conversation; {@link LabelRepository} puts them there, queries look for them. */
@Entity
@Table(name = "conversation_label")
@IdClass(ConversationLabelId.class)
public class ConversationLabel {

  @Id
  @Column(name = "conversation_id")
  private long conversationId;

  @Id
  @Column(nullable = false, length = 100)
  private String title;

  /** For Hibernate. */
  protected ConversationLabel() {}

  public long conversationId() {
    return conversationId;
  }

  public String title() {
    return title;
  }
}
