package io.ropeway.service.support;

import io.ropeway.broadcast.Event;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxMember;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.room.PresenceRegistry;
import io.ropeway.service.TestServices;
import io.ropeway.service.support.event.DeskStreams;
import io.ropeway.service.support.event.Rosters;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A desk of one account with an inbox, its people, and what was published. */
final class DeskFixture implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final TestDatabase database;
  final TestServices services;
  final Account account;
  final Inbox inbox;

  DeskFixture(TestDatabase.Product product) {
    database = TestDatabase.open(product);
    services = new TestServices(database);
    account = account("Account");
    inbox = inbox("Website");
  }

  <T> T get(Class<T> type) {
    return services.get(type);
  }

  <T> T in(Supplier<T> work) {
    return database.inTransaction(work);
  }

  void run(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  Account account(String name) {
    return in(
        () -> {
          Account made = new Account(name, services.clock.instant());
          get(UserRepository.class).add(made);
          return made;
        });
  }

  Inbox inbox(String name) {
    return in(
        () -> {
          Inbox made = new Inbox(account, name, Inbox.API, services.clock.instant());
          get(InboxRepository.class).add(made);
          return made;
        });
  }

  /** Somebody of the fixture's account. */
  Identity user(String name, String role) {
    return user(account, name, role);
  }

  Identity user(Account of, String name, String role) {
    AppUser user =
        in(
            () -> {
              AppUser made =
                  new AppUser(
                      of,
                      name + NUMBER.incrementAndGet(),
                      "hash",
                      name,
                      AppUser.USER,
                      services.clock.instant());
              get(UserRepository.class).add(made);
              get(MembershipRepository.class)
                  .add(new AccountUser(of, made, role, services.clock.instant()));
              return made;
            });
    String id = String.valueOf(user.id());
    return new Identity(Identity.Kind.USER, id, name, Set.of(), Map.of("user", id), null, null);
  }

  /** An agent who answers in the inbox. */
  Identity agent(String name) {
    Identity agent = user(name, AccountUser.AGENT);
    run(
        () ->
            get(InboxRepository.class)
                .add(new InboxMember(inbox, find(agent), services.clock.instant())));
    return agent;
  }

  AppUser find(Identity who) {
    return get(UserRepository.class).find(id(who)).orElseThrow();
  }

  static long id(Identity who) {
    return Long.parseLong(who.id());
  }

  /** Somebody is connected. */
  void connect(Identity who) {
    get(PresenceRegistry.class).enter(DeskStreams.place(account.id()), Rosters.user(id(who)));
  }

  /** Somebody is no longer connected. */
  void disconnect(Identity who) {
    get(PresenceRegistry.class).leave(DeskStreams.place(account.id()), Rosters.user(id(who)));
  }

  /** A new contact. */
  ContactAddress contact(String name) {
    ContactDetails details =
        new ContactDetails(name, null, null, null, null, null, null, null, null);
    ContactSession session =
        in(() -> get(ContactSessions.class).enter(inbox.identifier(), null, details));
    return new ContactAddress(inbox.identifier(), session.sourceId());
  }

  /** A new conversation of a contact's; its number. */
  long conversation(ContactAddress who) {
    return in(() -> get(ContactDesk.class).begin(who, null)).getInt("id");
  }

  JsonObject say(ContactAddress who, long conversation, String text) {
    return in(() -> get(ContactDesk.class).post(who, conversation, Draft.of(text, null)));
  }

  JsonObject say(Identity who, long conversation, String text) {
    return in(
        () -> get(DeskMessages.class).post(who, account.id(), conversation, Draft.of(text, null)));
  }

  void forget() {
    services.published.clear();
    services.evicted.clear();
  }

  /** The names of what was published for one stream. */
  List<String> told(String stream) {
    return services.published.stream()
        .filter(event -> event.audience().contains(stream))
        .map(Event::name)
        .toList();
  }

  @Override
  public void close() throws Exception {
    database.close();
  }
}
