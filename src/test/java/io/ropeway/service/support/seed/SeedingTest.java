package io.ropeway.service.support.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ropeway.config.SeedSettings;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedingTest {

  private static final String ANN =
      "{'login':'Ann@example.com','name':'Ann','password':'secret-of-ann',"
          + "'role':'administrator','admin':true}";
  private static final String BEN = "{'login':'ben@example.com','password':'secret-of-ben'}";

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.open(TestDatabase.Product.H2);
  private final TestServices services = new TestServices(database);

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private void start(String file) {
    try {
      Path path = Files.writeString(folder.resolve("seed.json"), file.replace('\'', '"'));
      Seeding seeding = services.get(Seeding.class);
      seeding.settings = new SeedSettings(Optional.of(path.toString()));
      in(
          () -> {
            seeding.start(this);
            return true;
          });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T in(Supplier<T> work) {
    return database.inTransaction(work);
  }

  private Account account(String name) {
    return in(() -> services.get(UserRepository.class).findAccount(name)).orElseThrow();
  }

  private static String acme(String users, String inboxes) {
    return "{'accounts':[{'name':'Acme','users':[" + users + "],'inboxes':[" + inboxes + "]}]}";
  }

  @Test
  void storesAccountsWithTheirPeopleAndInboxes() {
    start(
        acme(
            ANN + "," + BEN,
            "{'name':'Shop','type':'web_widget','members':['ben@example.com']},{'name':'API'}"));
    long id = account("Acme").id();
    AppUser ann =
        in(() -> services.get(UserRepository.class).findByLogin("ann@example.com")).orElseThrow();
    assertThat(ann.name()).isEqualTo("Ann");
    assertThat(ann.isAdmin()).isTrue();
    assertThat(in(() -> services.get(MembershipRepository.class).ofAccount(id)))
        .extracting(AccountUser::role)
        .containsExactly("administrator", "agent");
    assertThat(in(() -> services.get(InboxRepository.class).ofAccount(id)))
        .extracting(Inbox::channelType)
        .containsExactlyInAnyOrder(Inbox.WEBSITE, Inbox.API);
    Inbox shop =
        in(() -> services.get(InboxRepository.class).ofAccount(id)).stream()
            .filter(inbox -> inbox.name().equals("Shop"))
            .findFirst()
            .orElseThrow();
    assertThat(in(() -> services.get(InboxRepository.class).memberIds(shop.id()))).hasSize(1);
  }

  @Test
  void addsWhatIsNewAndLeavesWhatIsThere() {
    start(acme(ANN, "{'name':'Shop'}"));
    long id = account("Acme").id();
    String before =
        in(() -> services.get(UserRepository.class).findByLogin("ann@example.com"))
            .orElseThrow()
            .passwordHash();
    start(
        acme(
            ANN.replace("secret-of-ann", "another-secret").replace("administrator", "agent")
                + ","
                + BEN,
            "{'name':'Shop','type':'web_widget'}"));
    assertThat(account("Acme").id()).isEqualTo(id);
    assertThat(
            in(() -> services.get(UserRepository.class).findByLogin("ann@example.com"))
                .orElseThrow()
                .passwordHash())
        .isEqualTo(before);
    assertThat(in(() -> services.get(MembershipRepository.class).ofAccount(id)))
        .extracting(AccountUser::role)
        .containsExactly("administrator", "agent");
    assertThat(in(() -> services.get(InboxRepository.class).ofAccount(id)))
        .extracting(Inbox::channelType)
        .containsExactly(Inbox.API);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[]; cannot be read",
        "{'accounts':{}}; accounts are a list",
        "{'accounts':[1]}; accounts are objects",
        "{'accounts':[{}]}; a name is missing",
        "{'accounts':[{'name':' '}]}; 1 to 100 characters",
        "{'accounts':[{'name':'A','users':[{'login':'x'}]}]}; a password is missing",
        "{'accounts':[{'name':'A','users':[{'login':'x','password':'short'}]}]}; 8 characters",
        "{'accounts':[{'name':'A','users':[{'login':'x','password':'long-enough','role':'y'}]}]};"
            + " agent or administrator",
        "{'accounts':[{'name':'A','inboxes':[{'name':'I','type':'mail'}]}]}; api or web_widget",
        "{'accounts':[{'name':'A','inboxes':[{'name':'I','members':['z']}]}]}; members of I",
      })
  void endsTheStartForWhatMakesNoSense(String file, String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> start(file))
        .withMessageContaining("ropeway.seed.file")
        .withMessageContaining(why)
        .withMessageNotContaining("long-enough");
  }
}
