package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.Refusal.Reason;
import io.ropeway.service.support.event.DeskStreams;
import io.ropeway.session.Identity;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who visitors of a website are, on a database of the subclass's choice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VisitorsContract {

  private DeskFixture desk;
  private Inbox website;
  private Identity admin;
  private WidgetSessions sessions;
  private WidgetDesk widget;

  abstract TestDatabase.Product product();

  @BeforeAll
  void open() {
    desk = new DeskFixture(product());
    website =
        desk.in(
            () -> {
              Inbox made =
                  new Inbox(desk.account, "Site", Inbox.WEBSITE, desk.services.clock.instant());
              desk.get(InboxRepository.class).add(made);
              return made;
            });
    admin = desk.user("root", AccountUser.ADMINISTRATOR);
    sessions = desk.get(WidgetSessions.class);
    widget = desk.get(WidgetDesk.class);
  }

  @AfterAll
  void close() throws Exception {
    desk.close();
  }

  @BeforeEach
  void begin() {
    desk.forget();
  }

  private ContactAddress visitor() {
    return who(token(config(null)));
  }

  private JsonObject config(String token) {
    return desk.in(() -> sessions.begin(website.websiteToken(), token));
  }

  private static String token(JsonObject config) {
    return config.getJsonObject("website_channel_config").getString("auth_token");
  }

  private ContactAddress who(String token) {
    return desk.in(() -> sessions.who(website.websiteToken(), token));
  }

  private JsonObject identify(ContactAddress who, String identifier, String email, String hash) {
    return desk.in(() -> sessions.identify(who, details(identifier, email, hash)));
  }

  private static ContactDetails details(String identifier, String email, String hash) {
    return new ContactDetails(null, email, null, identifier, hash, null, null, null, null);
  }

  private String proof(String identifier) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(website.hmacToken().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(identifier.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(ContactAddress who, String text) {
    desk.in(() -> widget.post(who, new WidgetDesk.Start(null, null), Draft.of(text, null)));
  }

  private List<String> said(ContactAddress who) {
    return desk.in(() -> widget.messages(who, new MessageRequest(null, null)))
        .getJsonArray("payload")
        .getValuesAs(message -> message.asJsonObject().getString("content"));
  }

  private static String unique() {
    return UUID.randomUUID().toString();
  }

  private static void refused(Reason reason, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  @Test
  void areTheSameWithTheirTokenAndOthersWithout() {
    JsonObject first = config(null);
    JsonObject again = config(token(first));
    JsonObject other = config(token(first) + "x");
    assertThat(again.getJsonObject("contact")).isEqualTo(first.getJsonObject("contact"));
    assertThat(other.getJsonObject("contact").getInt("id"))
        .isNotEqualTo(first.getJsonObject("contact").getInt("id"));
    refused(Reason.NOT_FOUND, () -> who(token(first) + "x"));
    refused(Reason.NOT_FOUND, () -> who(null));
    refused(Reason.NOT_FOUND, () -> desk.in(() -> sessions.begin(desk.inbox.websiteToken(), null)));
  }

  @Test
  void beginOneConversationByWhatTheySayFirstAndGoOnInIt() {
    ContactAddress who = visitor();
    assertThat(desk.in(() -> widget.conversation(who))).isEmpty();
    assertThat(said(who)).isEmpty();
    say(who, "One");
    say(who, "Two");
    assertThat(said(who)).containsExactly("One", "Two");
    assertThat(desk.in(() -> desk.get(ContactDesk.class).conversations(who))).hasSize(1);
  }

  @Test
  void takeTheirConversationAlongWhenAProofTellsWhoTheyAre() {
    String identifier = unique();
    ContactAddress before = visitor();
    int known = identify(before, identifier, null, proof(identifier)).getInt("id");
    ContactAddress now = visitor();
    say(now, "It is me");
    assertThat(identify(now, identifier, null, proof(identifier)).getInt("id")).isEqualTo(known);
    assertThat(said(before)).containsExactly("It is me");
    assertThat(desk.told(DeskStreams.inbox(website.id()))).contains("conversation.contact_changed");
    assertThat(desk.told(DeskStreams.account(desk.account.id()))).contains("contact.merged");
  }

  @Test
  void areNotShownWhatOthersSaidWithoutAProof() {
    String identifier = unique();
    ContactAddress before = visitor();
    identify(before, identifier, null, proof(identifier));
    say(before, "A secret");
    ContactAddress other = visitor();
    identify(other, identifier, null, null);
    assertThat(said(other)).isEmpty();
    refused(Reason.UNAUTHENTICATED, () -> identify(other, identifier, null, proof("another")));
  }

  @Test
  void getAnotherSessionWhenAPageSaysThatTheyAreSomebodyElse() {
    ContactAddress first = visitor();
    String one = unique();
    identify(first, one, null, proof(one));
    say(first, "Of the first");
    String two = unique();
    JsonObject answer = identify(first, two, null, proof(two));
    ContactAddress second = who(answer.getString("widget_auth_token"));
    assertThat(second).isNotEqualTo(first);
    assertThat(said(second)).isEmpty();
    assertThat(said(first)).containsExactly("Of the first");
  }

  @Test
  void doNotBecomeSomebodyElseByAnAddressAndAProofOfTheirOwnName() {
    String victim = unique();
    String email = victim + "@example.com";
    ContactAddress owner = visitor();
    identify(owner, victim, email, proof(victim));
    say(owner, "A secret");
    ContactSessions publicSide = desk.get(ContactSessions.class);
    String own = unique();
    for (String step : List.of("at once", "by an address first", "by no name first")) {
      String source = unique();
      String name = own + step;
      ContactAddress thief = new ContactAddress(website.identifier(), source);
      desk.in(
          () ->
              publicSide.enter(
                  website.identifier(),
                  source,
                  step.equals("at once")
                      ? details(name, email, proof(name))
                      : details(null, email, null)));
      if (step.equals("by no name first")) {
        desk.in(() -> publicSide.update(website.identifier(), source, details("", null, null)));
      }
      desk.in(
          () -> publicSide.update(website.identifier(), source, details(name, null, proof(name))));
      desk.in(
          () -> publicSide.enter(website.identifier(), source, details(name, null, proof(name))));
      assertThat(said(thief)).as(step).isEmpty();
    }
    assertThat(said(owner)).containsExactly("A secret");
  }

  @Test
  void keepAnIdentifierThatNobodyProvesToBeAnother() {
    ContactAddress who = visitor();
    String identifier = unique();
    identify(who, identifier, null, proof(identifier));
    refused(
        Reason.CONFLICT, () -> desk.in(() -> sessions.update(who, details(unique(), null, null))));
    desk.in(() -> sessions.update(who, details("", null, null)));
    assertThat(desk.in(() -> sessions.contact(who)).getString("identifier")).isEqualTo(identifier);
  }

  @Test
  void fillInAFormWithAnAddressThatSomebodyHas() {
    String email = unique() + "@example.com";
    ContactAddress first = visitor();
    int id = desk.in(() -> sessions.update(first, details(null, email, null))).getInt("id");
    ContactAddress second = visitor();
    say(second, "Hello");
    assertThat(desk.in(() -> sessions.update(second, details(null, email, null))).getInt("id"))
        .isEqualTo(id);
    assertThat(said(second)).containsExactly("Hello");
    String known = unique();
    identify(first, known, null, null);
    ContactAddress third = visitor();
    assertThat(desk.in(() -> sessions.update(third, details(null, email, null))).getInt("id"))
        .isNotEqualTo(id);
  }

  @Test
  void doNotLiftABlockByThemselves() {
    ContactAddress who = visitor();
    long id = desk.in(() -> sessions.contact(who)).getInt("id");
    Contacts contacts = desk.get(Contacts.class);
    ContactDetails blocked =
        new ContactDetails(null, null, null, null, null, null, null, null, true);
    desk.in(() -> contacts.update(admin, desk.account.id(), id, blocked));
    ContactDetails free = new ContactDetails(null, null, null, null, null, null, null, null, false);
    desk.in(() -> sessions.update(who, free));
    desk.in(
        () -> desk.get(ContactSessions.class).update(who.inboxIdentifier(), who.sourceId(), free));
    JsonObject seen =
        desk.in(() -> contacts.update(admin, desk.account.id(), id, ContactDetails.NONE));
    assertThat(seen.getBoolean("blocked")).isTrue();
  }
}
