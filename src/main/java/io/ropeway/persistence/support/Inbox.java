package io.ropeway.persistence.support;

import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.RandomToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an account is reached: the side of one API or website. */
@Entity
@Table(name = "inbox")
public class Inbox {

  /** The type of inboxes that contacts reach through the public API. */
  public static final String API = "Channel::Api";

  /** The type of inboxes that contacts reach through the widget of a page. */
  public static final String WEBSITE = "Channel::WebWidget";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(name = "channel_type", nullable = false, length = 40)
  private String channelType;

  @Column(nullable = false, length = 24)
  private String identifier;

  @Column(name = "website_token", nullable = false, length = 24)
  private String websiteToken;

  @Column(name = "hmac_token", nullable = false, length = 24)
  private String hmacToken;

  @Column(name = "hmac_mandatory", nullable = false)
  private boolean hmacMandatory;

  @Column(name = "enable_auto_assignment", nullable = false)
  private boolean enableAutoAssignment;

  @Column(name = "lock_to_single_conversation", nullable = false)
  private boolean lockToSingleConversation;

  @Column(name = "allow_messages_after_resolved", nullable = false)
  private boolean allowMessagesAfterResolved;

  @Column(name = "greeting_enabled", nullable = false)
  private boolean greetingEnabled;

  @Column(name = "greeting_message", length = 2000)
  private @Nullable String greetingMessage;

  @Column(name = "website_url", length = 500)
  private @Nullable String websiteUrl;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected Inbox() {}

  public Inbox(Account account, String name, String channelType, Instant now) {
    this.account = account;
    this.name = name;
    this.channelType = channelType;
    this.identifier = RandomToken.random();
    this.websiteToken = RandomToken.random();
    this.hmacToken = RandomToken.random();
    this.enableAutoAssignment = true;
    this.allowMessagesAfterResolved = true;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String name() {
    return name;
  }

  public void name(String newName) {
    name = newName;
  }

  public String channelType() {
    return channelType;
  }

  /** What contacts of the public API name the inbox by. */
  public String identifier() {
    return identifier;
  }

  /** What the widget of a page names the inbox by. */
  public String websiteToken() {
    return websiteToken;
  }

  /** The key by which a back end proves who a contact is. */
  public String hmacToken() {
    return hmacToken;
  }

  /** Whether contacts must be proved. */
  public boolean hmacMandatory() {
    return hmacMandatory;
  }

  public void hmacMandatory(boolean newHmacMandatory) {
    hmacMandatory = newHmacMandatory;
  }

  /** Whether new conversations are given to whoever is online. */
  public boolean enableAutoAssignment() {
    return enableAutoAssignment;
  }

  public void enableAutoAssignment(boolean newEnableAutoAssignment) {
    enableAutoAssignment = newEnableAutoAssignment;
  }

  /** Whether a contact has one conversation here at most. */
  public boolean lockToSingleConversation() {
    return lockToSingleConversation;
  }

  public void lockToSingleConversation(boolean newLockToSingleConversation) {
    lockToSingleConversation = newLockToSingleConversation;
  }

  /** Whether a contact may go on in a resolved conversation. */
  public boolean allowMessagesAfterResolved() {
    return allowMessagesAfterResolved;
  }

  public void allowMessagesAfterResolved(boolean newAllowMessagesAfterResolved) {
    allowMessagesAfterResolved = newAllowMessagesAfterResolved;
  }

  public boolean greetingEnabled() {
    return greetingEnabled;
  }

  public void greetingEnabled(boolean newGreetingEnabled) {
    greetingEnabled = newGreetingEnabled;
  }

  public @Nullable String greetingMessage() {
    return greetingMessage;
  }

  public void greetingMessage(@Nullable String newGreetingMessage) {
    greetingMessage = newGreetingMessage;
  }

  public @Nullable String websiteUrl() {
    return websiteUrl;
  }

  public void websiteUrl(@Nullable String newWebsiteUrl) {
    websiteUrl = newWebsiteUrl;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }

  public boolean isWebsite() {
    return channelType.equals(WEBSITE);
  }
}
