package io.ropeway.persistence.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and counts conversations by a filter; wants a transaction around it. */
@ApplicationScoped
public class ConversationSearch {

  @PersistenceContext EntityManager entities;

  /** Some conversations, with all that their bodies show of other rows, but labels and messages. */
  public List<Conversation> list(ConversationFilter filter, int first, int limit) {
    Map<String, Object> values = new HashMap<>();
    String text =
        ConversationRepository.WITH_ALL
            + conditions(filter, values)
            + assigned(filter, values)
            + " order by "
            + filter.order().text();
    var query =
        entities.createQuery(text, Conversation.class).setFirstResult(first).setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  /** How many there are of each, in one query. */
  public ConversationCounts count(ConversationFilter filter) {
    Map<String, Object> values = new HashMap<>();
    values.put("viewer", filter.viewerId());
    String text =
        "select count(*), sum(case when c.assignee.id = :viewer then 1 else 0 end),"
            + " sum(case when c.assignee.id is null then 1 else 0 end) from Conversation c where "
            + conditions(filter, values);
    Query query = entities.createQuery(text, Object[].class);
    values.forEach(query::setParameter);
    Object[] row = (Object[]) query.getSingleResult();
    long all = number(row[0]);
    long unassigned = number(row[2]);
    return new ConversationCounts(number(row[1]), all - unassigned, unassigned, all);
  }

  private static long number(Object sum) {
    return sum instanceof Number number ? number.longValue() : 0;
  }

  private static String conditions(ConversationFilter filter, Map<String, Object> values) {
    StringBuilder text = new StringBuilder("c.account.id = :account");
    values.put("account", filter.accountId());
    if (!filter.everything()) {
      text.append(" and (c.inbox.id in")
          .append(" (select i.inbox.id from InboxMember i where i.user.id = :viewer)")
          .append(" or c.team.id in")
          .append(" (select t.team.id from TeamMember t where t.user.id = :viewer))");
      values.put("viewer", filter.viewerId());
    }
    equal(text, values, "c.status", "status", filter.status());
    equal(text, values, "c.inbox.id", "inbox", filter.inboxId());
    equal(text, values, "c.team.id", "team", filter.teamId());
    equal(text, values, "c.contactInbox.sourceId", "source", filter.sourceId());
    if (filter.updatedSince() != null) {
      text.append(" and c.updatedAt > :since");
      values.put("since", filter.updatedSince());
    }
    labels(filter, text, values);
    type(filter, text, values);
    text(filter, text, values);
    if (!filter.conditions().isEmpty()) {
      text.append(" and ").append(ConversationCondition.text(filter.conditions(), values));
    }
    return text.toString();
  }

  private static void equal(
      StringBuilder text,
      Map<String, Object> values,
      String path,
      String name,
      @Nullable Object value) {
    if (value != null) {
      text.append(" and ").append(path).append(" = :").append(name);
      values.put(name, value);
    }
  }

  private static void labels(
      ConversationFilter filter, StringBuilder text, Map<String, Object> values) {
    for (int i = 0; i < filter.labels().size(); i++) {
      text.append(" and exists (select 1 from ConversationLabel l where l.conversationId = c.id")
          .append(" and l.title = :label")
          .append(i)
          .append(')');
      values.put("label" + i, filter.labels().get(i));
    }
  }

  /** What concerns the viewer beyond assignment. */
  private static void type(
      ConversationFilter filter, StringBuilder text, Map<String, Object> values) {
    String type = filter.conversationType();
    if ("mention".equals(type)) {
      text.append(" and exists (select 1 from Mention n where n.conversation.id = c.id")
          .append(" and n.user.id = :viewer)");
      values.put("viewer", filter.viewerId());
    } else if ("participating".equals(type)) {
      text.append(" and exists (select 1 from ConversationParticipant p")
          .append(" where p.conversation.id = c.id and p.user.id = :viewer)");
      values.put("viewer", filter.viewerId());
    } else if ("unattended".equals(type)) {
      text.append(" and (c.firstReplyCreatedAt is null or c.waitingSince is not null)");
    }
  }

  private static void text(
      ConversationFilter filter, StringBuilder text, Map<String, Object> values) {
    String wanted = filter.text();
    if (wanted != null && !wanted.isBlank()) {
      text.append(" and (lower(c.contact.name) like concat('%', :text, '%')")
          .append(" or exists (select 1 from SupportMessage m where m.conversation.id = c.id")
          .append(" and lower(m.content) like concat('%', :text, '%')))");
      values.put("text", wanted.toLowerCase(Locale.ROOT));
    }
  }

  private static String assigned(ConversationFilter filter, Map<String, Object> values) {
    return switch (filter.assigned()) {
      case ME -> {
        values.put("viewer", filter.viewerId());
        yield " and c.assignee.id = :viewer";
      }
      case UNASSIGNED -> " and c.assignee.id is null";
      case ASSIGNED -> " and c.assignee.id is not null";
      case ALL -> "";
    };
  }
}
