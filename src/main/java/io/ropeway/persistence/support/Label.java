package io.ropeway.persistence.support;

import io.ropeway.persistence.account.Account;
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

/** A label that an account offers for its conversations and contacts. */
@Entity
@Table(name = "label")
public class Label {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false, length = 100)
  private String title;

  @Column(length = 500)
  private @Nullable String description;

  @Column(nullable = false, length = 20)
  private String color;

  @Column(name = "show_on_sidebar", nullable = false)
  private boolean showOnSidebar;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  /** For Hibernate. */
  protected Label() {}

  public Label(Account account, String title, Instant now) {
    this.account = account;
    this.title = title;
    this.color = "#1f93ff";
    this.showOnSidebar = true;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public long id() {
    return id;
  }

  public Account account() {
    return account;
  }

  public String title() {
    return title;
  }

  public void title(String newTitle) {
    title = newTitle;
  }

  public @Nullable String description() {
    return description;
  }

  public void description(@Nullable String newDescription) {
    description = newDescription;
  }

  public String color() {
    return color;
  }

  public void color(String newColor) {
    color = newColor;
  }

  public boolean showOnSidebar() {
    return showOnSidebar;
  }

  public void showOnSidebar(boolean newShowOnSidebar) {
    showOnSidebar = newShowOnSidebar;
  }

  /** Each change is later than the one before, also when the clock is not. */
  public void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now : next;
  }
}
