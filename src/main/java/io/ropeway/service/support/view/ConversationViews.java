package io.ropeway.service.support.view;

import io.ropeway.persistence.support.ContactRepository;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.ConversationCounts;
import io.ropeway.persistence.support.ConversationFilter;
import io.ropeway.persistence.support.ConversationRepository;
import io.ropeway.persistence.support.ConversationSearch;
import io.ropeway.persistence.support.InvolvementRepository;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.UseCase;
import io.ropeway.service.support.Agent;
import io.ropeway.service.support.DeskAccess;
import io.ropeway.service.support.body.AgentBody;
import io.ropeway.service.support.body.Body;
import io.ropeway.service.support.body.Roster;
import io.ropeway.service.support.event.ConversationBodies;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.List;

/** Conversations as agents ask for them. What an agent may not see does not exist. */
@UseCase
@ApplicationScoped
public class ConversationViews {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int PAGE = 25;

  /** What has changed within a time is told at once, however much it is. */
  private static final int AT_MOST = 1_000;

  private static final int OF_CONTACT = 20;

  @Inject DeskAccess access;
  @Inject ConversationSearch search;
  @Inject ConversationRepository conversations;
  @Inject ContactRepository contacts;
  @Inject ConversationBodies bodies;
  @Inject LabelRepository labels;
  @Inject InvolvementRepository involvement;
  @Inject MembershipRepository memberships;
  @Inject Rosters rosters;
  @Inject Clock clock;

  /** Some conversations of the agent's inboxes and teams, and how many there are. */
  public JsonObject list(Identity who, long accountId, ConversationQuery query) {
    Agent agent = access.agent(who, accountId);
    ConversationFilter filter = filter(agent, query);
    List<Conversation> found =
        query.updatedWithin() == null
            ? search.list(filter, query.first(PAGE), PAGE)
            : search.list(filter, 0, AT_MOST);
    return new Body().with("data", page(agent, filter, found)).build();
  }

  /** How many there are. */
  public JsonObject counts(Identity who, long accountId, ConversationQuery query) {
    Agent agent = access.agent(who, accountId);
    return new Body().with("meta", meta(search.count(filter(agent, query)))).build();
  }

  /** One conversation, by the number that clients call it. */
  public JsonObject get(Identity who, long accountId, long displayId) {
    Agent agent = access.agent(who, accountId);
    Conversation conversation = access.open(agent, displayId);
    return bodies.of(List.of(conversation), rosters.recent(accountId)).get(0);
  }

  /** A contact's conversations that the agent may open, the newest first. */
  public JsonObject ofContact(Identity who, long accountId, long contactId) {
    Agent agent = access.agent(who, accountId);
    if (contacts.find(accountId, contactId).isEmpty()) {
      throw Refusal.notFound("There is no such contact.");
    }
    List<Conversation> found =
        conversations.ofContact(
            contactId, agent.isAdministrator() ? null : agent.userId(), OF_CONTACT);
    return new Body().with("payload", array(bodies.of(found, rosters.recent(accountId)))).build();
  }

  /** The titles of a conversation's labels. */
  public JsonObject labels(Identity who, long accountId, long displayId) {
    Conversation conversation = access.open(access.agent(who, accountId), displayId);
    return new Body()
        .with("payload", JSON.createArrayBuilder(labels.ofConversation(conversation.id())).build())
        .build();
  }

  /** Who takes part in a conversation. */
  public JsonArray participants(Identity who, long accountId, long displayId) {
    Conversation conversation = access.open(access.agent(who, accountId), displayId);
    List<Long> ids =
        involvement.participants(conversation.id()).stream().map(user -> user.id()).toList();
    Roster roster = rosters.recent(accountId);
    JsonArrayBuilder agents = JSON.createArrayBuilder();
    if (!ids.isEmpty()) {
      memberships
          .ofUsers(accountId, ids)
          .forEach(member -> agents.add(AgentBody.of(member, roster)));
    }
    return agents.build();
  }

  private ConversationFilter filter(Agent agent, ConversationQuery query) {
    return query.filter(
        agent.accountId(), agent.userId(), agent.isAdministrator(), clock.instant());
  }

  private JsonObject page(Agent agent, ConversationFilter filter, List<Conversation> found) {
    return new Body()
        .with("meta", meta(search.count(filter)))
        .with("payload", array(bodies.of(found, rosters.recent(agent.accountId()))))
        .build();
  }

  private static JsonObject meta(ConversationCounts counts) {
    return new Body()
        .with("mine_count", counts.mine())
        .with("assigned_count", counts.assigned())
        .with("unassigned_count", counts.unassigned())
        .with("all_count", counts.all())
        .build();
  }

  private static JsonArray array(List<JsonObject> bodies) {
    return JSON.createArrayBuilder(bodies).build();
  }
}
