package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.Conversation;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.event.DeskEvents;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Labels on conversations. Each call is a transaction. */
@ApplicationScoped
public class ConversationLabels {

  private static final int CHARACTERS = 100;
  private static final int AT_MOST = 100;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject LabelRepository labels;
  @Inject MessageStore store;
  @Inject DeskEvents events;
  @Inject DatabaseClock clock;

  /** The titles on a conversation. */
  public List<String> list(Identity who, long accountId, long displayId) {
    return transactions.read(
        () -> labels.ofConversation(access.open(access.agent(who, accountId), displayId).id()));
  }

  /** Puts exactly these titles on a conversation; answers with them. */
  public List<String> replace(
      Identity who, long accountId, long displayId, Collection<String> titles) {
    List<String> wanted = titles(titles);
    return transactions.write(
        () -> {
          Agent agent = access.agent(who, accountId);
          replace(access.lock(agent, displayId), wanted, agent);
          return wanted;
        });
  }

  /** The caller holds the conversation's lock. */
  void add(Conversation conversation, Collection<String> titles, Agent agent) {
    List<String> all = new ArrayList<>(labels.ofConversation(conversation.id()));
    all.addAll(titles);
    replace(conversation, titles(all), agent);
  }

  private void replace(Conversation conversation, List<String> wanted, Agent agent) {
    List<String> before = labels.ofConversation(conversation.id());
    if (before.equals(wanted)) {
      return;
    }
    labels.replaceOfConversation(conversation.id(), wanted);
    conversation.touch(clock.now());
    events.conversationUpdated(conversation, agent.user());
    List<String> added = wanted.stream().filter(title -> !before.contains(title)).toList();
    List<String> removed = before.stream().filter(title -> !wanted.contains(title)).toList();
    String by = Assignments.by(agent.user());
    if (!added.isEmpty()) {
      store.activity(conversation, "Labelled " + String.join(", ", added) + by, agent.user());
    }
    if (!removed.isEmpty()) {
      store.activity(
          conversation, "Label removed: " + String.join(", ", removed) + by, agent.user());
    }
  }

  /** Titles as they are kept: in lower case, each once, in order. */
  static List<String> titles(Collection<String> titles) {
    TreeSet<String> kept = new TreeSet<>();
    for (String title : titles) {
      String text = title.strip().toLowerCase(Locale.ROOT);
      if (text.isEmpty() || text.length() > CHARACTERS) {
        throw Refusal.invalid("A label has 1 to 100 characters.");
      }
      kept.add(text);
    }
    if (kept.size() > AT_MOST) {
      throw Refusal.invalid("There are 100 labels at most.");
    }
    return List.copyOf(kept);
  }
}
