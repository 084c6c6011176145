package io.ropeway.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.it.rest.Api;
import io.ropeway.it.rest.Api.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation that the server says it has, called by everybody. */
class DeskOperationsIT {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** Those who are refused come first: they change nothing for those who come after. */
  private static final Comparator<Asker> BY_RANK = Comparator.comparing(Asker::ordinal).reversed();

  private final DeskNodes nodes = DeskNodes.shared();
  private final Api anybody = Api.of(nodes.here.uri());
  private final Map<String, Operation> expected =
      Operations.ALL.stream().collect(Collectors.toMap(Operation::address, Function.identity()));

  /** As the description names them. */
  private Set<String> described() {
    JsonObject paths =
        anybody
            .with("Accept", "application/json")
            .get("/openapi")
            .is(200)
            .object()
            .getJsonObject("paths");
    Set<String> addresses = new TreeSet<>();
    for (Map.Entry<String, JsonValue> path : paths.entrySet()) {
      for (String method : path.getValue().asJsonObject().keySet()) {
        if (METHODS.contains(method)) {
          addresses.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return addresses;
  }

  @Test
  void thereIsAnExpectationOfEveryOperation() {
    assertThat(expected.keySet()).containsExactlyInAnyOrderElementsOf(described());
  }

  @TestFactory
  Stream<DynamicTest> isOpenToThoseWhoMayCallItAndToNobodyElse() {
    Office still = new Office(nodes);
    return described().stream()
        .filter(expected::containsKey)
        .map(expected::get)
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.address() + ": " + operation.policy(), () -> call(operation, still)));
  }

  private void call(Operation operation, Office still) {
    Office office = operation.changesNothing() ? still : new Office(nodes);
    SoftAssertions all = new SoftAssertions();
    for (Asker asker : order(operation.policy())) {
      Answer answer = call(operation, office, asker, office.world.account);
      int status = answer.status() / 100 == 2 ? 200 : answer.status();
      all.assertThat(status)
          .as(asker + " " + answer.status() + " " + answer.body())
          .isEqualTo(operation.policy().status(asker));
      hidesWhatIsSecret(answer, asker, all);
    }
    if (operation.path().contains("{account}")) {
      Answer answer = call(operation, office, Asker.STRANGER, office.world.stranger.accountId());
      hidesWhatIsSecret(answer, Asker.STRANGER, all);
      if (operation.namesSomethingOfAnAccount()) {
        all.assertThat(answer.status()).as("of another account " + answer.body()).isEqualTo(404);
      }
    }
    all.assertAll();
  }

  private static List<Asker> order(Policy policy) {
    return Arrays.stream(Asker.values())
        .sorted(Comparator.comparing(policy::admits).thenComparing(BY_RANK))
        .toList();
  }

  private Answer call(Operation operation, Office office, Asker asker, long account) {
    Api api = office.of(asker);
    String path = office.path(operation, asker, account);
    return operation.changesNothing()
        ? api.get(path)
        : api.send(operation.method(), path, operation.body().apply(office));
  }

  private static void hidesWhatIsSecret(Answer answer, Asker asker, SoftAssertions all) {
    if (!asker.mayReadThread()) {
      all.assertThat(answer.body()).as(asker.name()).doesNotContain(Office.SECRET);
    }
    if (!asker.mayReadNotes()) {
      all.assertThat(answer.body()).as(asker.name()).doesNotContain(Office.NOTE);
    }
  }
}
