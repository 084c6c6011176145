package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and keeps an account's labels and what they are on; wants a transaction around it. */
@ApplicationScoped
public class LabelRepository {

  @PersistenceContext EntityManager entities;

  /** All labels of an account, by title. */
  public List<Label> ofAccount(long accountId) {
    return entities
        .createQuery("select l from Label l where l.account.id = ?1 order by l.title", Label.class)
        .setParameter(1, accountId)
        .getResultList();
  }

  public Optional<Label> find(long accountId, long id) {
    return Optional.ofNullable(entities.find(Label.class, id))
        .filter(label -> label.account().id() == accountId);
  }

  public void add(Label label) {
    entities.persist(label);
  }

  public void remove(Label label) {
    entities.remove(label);
  }

  /** The titles on one conversation, in alphabetical order. */
  public List<String> ofConversation(long conversationId) {
    return ofConversations(List.of(conversationId)).getOrDefault(conversationId, List.of());
  }

  /** The titles on conversations, by the conversation's id; without those that have none. */
  public Map<Long, List<String>> ofConversations(Collection<Long> ids) {
    return titles("conversation_label", "conversation_id", ids);
  }

  /** Puts exactly these titles on a conversation. */
  public void replaceOfConversation(long conversationId, Collection<String> titles) {
    replace("conversation_label", "conversation_id", conversationId, titles);
  }

  /** The titles on one contact, in alphabetical order. */
  public List<String> ofContact(long contactId) {
    return titles("contact_label", "contact_id", List.of(contactId))
        .getOrDefault(contactId, List.of());
  }

  /** Puts exactly these titles on a contact. */
  public void replaceOfContact(long contactId, Collection<String> titles) {
    replace("contact_label", "contact_id", contactId, titles);
  }

  private Map<Long, List<String>> titles(String table, String column, Collection<Long> ids) {
    Map<Long, List<String>> titles = new HashMap<>();
    if (ids.isEmpty()) {
      return titles;
    }
    List<?> rows =
        entities
            .createNativeQuery(
                "select %s, title from %s where %s in (?1) order by title"
                    .formatted(column, table, column))
            .setParameter(1, ids)
            .getResultList();
    for (Object row : rows) {
      Object[] values = (Object[]) row;
      titles
          .computeIfAbsent(((Number) values[0]).longValue(), id -> new ArrayList<>())
          .add((String) values[1]);
    }
    return titles;
  }

  private void replace(String table, String column, long id, Collection<String> titles) {
    entities.flush();
    entities
        .createNativeQuery("delete from %s where %s = ?1".formatted(table, column))
        .setParameter(1, id)
        .executeUpdate();
    for (String title : titles) {
      entities
          .createNativeQuery("insert into %s (%s, title) values (?1, ?2)".formatted(table, column))
          .setParameter(1, id)
          .setParameter(2, title)
          .executeUpdate();
    }
  }
}
