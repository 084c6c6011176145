package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Finds and keeps contacts and their contact inboxes; wants a transaction around it. */
@ApplicationScoped
public class ContactRepository {

  private static final String WITH_ALL =
      "select c from ContactInbox c join fetch c.contact join fetch c.inbox i"
          + " join fetch i.account where ";

  @PersistenceContext EntityManager entities;

  public Optional<Contact> find(long accountId, long id) {
    return Optional.ofNullable(entities.find(Contact.class, id))
        .filter(contact -> contact.account().id() == accountId);
  }

  /** The contact, locked until the transaction ends. */
  public Optional<Contact> lock(long accountId, long id) {
    return Optional.ofNullable(entities.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(contact -> contact.account().id() == accountId);
  }

  /** A contact whose {@code identifier}, {@code email} or {@code phoneNumber} has a value. */
  public Optional<Contact> findBy(ContactKey key, long accountId, String value) {
    return entities
        .createQuery(
            "select c from Contact c where c.account.id = ?1 and c." + key.attribute() + " = ?2",
            Contact.class)
        .setParameter(1, accountId)
        .setParameter(2, value)
        .getResultStream()
        .findFirst();
  }

  /** Some contacts of an account, by name; those with a text in name, e-mail or phone if given. */
  public List<Contact> page(long accountId, String text, int first, int limit) {
    TypedQuery<Contact> query =
        entities.createQuery(
            "select c from Contact c where c.account.id = :account and (:text = ''"
                + " or lower(c.name) like concat('%', :text, '%')"
                + " or c.email like concat('%', :text, '%')"
                + " or c.phoneNumber like concat('%', :text, '%')) order by c.name, c.id",
            Contact.class);
    return query
        .setParameter("account", accountId)
        .setParameter("text", text)
        .setFirstResult(first)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The contact inbox that an inbox knows by a source id, with all that it belongs to. */
  public Optional<ContactInbox> findBySource(long inboxId, String sourceId) {
    return entities
        .createQuery(WITH_ALL + "i.id = ?1 and c.sourceId = ?2", ContactInbox.class)
        .setParameter(1, inboxId)
        .setParameter(2, sourceId)
        .getResultStream()
        .findFirst();
  }

  /** The contact inbox of a token, with all that it belongs to. */
  public Optional<ContactInbox> findByPubsubToken(String token) {
    return entities
        .createQuery(WITH_ALL + "c.pubsubToken = ?1", ContactInbox.class)
        .setParameter(1, token)
        .getResultStream()
        .findFirst();
  }

  /** A contact's contact inboxes with their inboxes, by id. */
  public List<ContactInbox> contactInboxes(long contactId) {
    return entities
        .createQuery(WITH_ALL + "c.contact.id = ?1 order by c.id", ContactInbox.class)
        .setParameter(1, contactId)
        .getResultList();
  }

  public void add(Contact contact) {
    entities.persist(contact);
  }

  public void add(ContactInbox contactInbox) {
    entities.persist(contactInbox);
  }

  public void remove(Contact contact) {
    entities.remove(contact);
  }
}
