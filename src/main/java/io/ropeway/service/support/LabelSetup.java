package io.ropeway.service.support;

import io.ropeway.persistence.DatabaseClock;
import io.ropeway.persistence.support.CachedList;
import io.ropeway.persistence.support.Label;
import io.ropeway.persistence.support.LabelRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.support.body.LabelBody;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The labels that an account offers, for administrators. Each call is a transaction. */
@ApplicationScoped
public class LabelSetup {

  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int DESCRIPTION = 500;

  @Inject DeskTransactions transactions;
  @Inject DeskAccess access;
  @Inject LabelRepository labels;
  @Inject CachedLists lists;
  @Inject DatabaseClock clock;

  /**
   * Offers a label.
   *
   * @param color as {@code #1f93ff}; null for the usual one
   * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID, CONFLICT if there is one of that title
   */
  public JsonObject create(
      Identity who,
      long accountId,
      String title,
      @Nullable String description,
      @Nullable String color,
      boolean showOnSidebar) {
    String wanted = ConversationLabels.titles(List.of(title)).get(0);
    if (color != null && !COLOR.matcher(color).matches()) {
      throw Refusal.invalid("A color is # and six hexadecimal digits.");
    }
    if (description != null && description.length() > DESCRIPTION) {
      throw Refusal.invalid("A description has at most 500 characters.");
    }
    return transactions.write(
        () -> {
          Agent admin = access.administrator(who, accountId);
          Label label = new Label(admin.membership().account(), wanted, clock.now());
          label.description(description);
          label.showOnSidebar(showOnSidebar);
          if (color != null) {
            label.color(color);
          }
          labels.add(label);
          lists.changed(accountId, CachedList.LABELS);
          return LabelBody.of(label);
        });
  }

  /** Offers a label no longer; where it is on, it stays. */
  public void delete(Identity who, long accountId, long labelId) {
    transactions.change(
        () -> {
          access.administrator(who, accountId);
          labels.remove(labels.find(accountId, labelId).orElseThrow(DeskAccess::nothing));
          lists.changed(accountId, CachedList.LABELS);
        });
  }
}
