package io.ropeway.persistence.support;

import io.ropeway.persistence.account.AppUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and keeps who takes part in conversations and is mentioned there; wants a transaction. */
@ApplicationScoped
public class InvolvementRepository {

  @PersistenceContext EntityManager entities;

  /** Those who take part in a conversation, by id. */
  public List<AppUser> participants(long conversationId) {
    return entities
        .createQuery(
            "select p.user from ConversationParticipant p where p.conversation.id = ?1"
                + " and p.user.erasedAt is null order by p.user.id",
            AppUser.class)
        .setParameter(1, conversationId)
        .getResultList();
  }

  public Optional<ConversationParticipant> participant(long conversationId, long userId) {
    return entities
        .createQuery(
            "select p from ConversationParticipant p"
                + " where p.conversation.id = ?1 and p.user.id = ?2",
            ConversationParticipant.class)
        .setParameter(1, conversationId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  public Optional<Mention> mention(long conversationId, long userId) {
    return entities
        .createQuery(
            "select m from Mention m where m.conversation.id = ?1 and m.user.id = ?2",
            Mention.class)
        .setParameter(1, conversationId)
        .setParameter(2, userId)
        .getResultStream()
        .findFirst();
  }

  public void add(ConversationParticipant participant) {
    entities.persist(participant);
  }

  public void remove(ConversationParticipant participant) {
    entities.remove(participant);
  }

  public void add(Mention mention) {
    entities.persist(mention);
  }
}
