package io.ropeway.service.support.body;

import io.ropeway.persistence.support.Label;
import jakarta.json.JsonObject;

/** A label of the account's list. */
public final class LabelBody {

  private LabelBody() {}

  /** The label. */
  public static JsonObject of(Label label) {
    return new Body()
        .with("id", label.id())
        .with("title", label.title())
        .with("description", label.description())
        .with("color", label.color())
        .with("show_on_sidebar", label.showOnSidebar())
        .build();
  }
}
