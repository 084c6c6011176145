package io.ropeway.it.support;

import java.util.ArrayList;
import java.util.List;

/** Who may call which operation of the API, all of them. */
final class Operations {

  static final List<Operation> ALL = all();

  private Operations() {}

  private static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.addAll(ConversationOperations.ALL);
    all.addAll(AccountOperations.ALL);
    all.addAll(ContactOperations.ALL);
    all.addAll(WidgetOperations.ALL);
    all.addAll(OtherOperations.ALL);
    return List.copyOf(all);
  }
}
