package io.ropeway.service.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.ropeway.config.ServerSettings;
import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.support.AccountUser;
import io.ropeway.persistence.support.Inbox;
import io.ropeway.persistence.support.InboxRepository;
import io.ropeway.persistence.support.MembershipRepository;
import io.ropeway.service.account.DemoUser;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoDeskTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.Product.class)
  void isStoredOnceForTheDemoAccounts(TestDatabase.Product product) throws Exception {
    try (DeskFixture desk = new DeskFixture(product)) {
      DemoDesk demo = desk.get(DemoDesk.class);
      demo.settings = new ServerSettings(true, Duration.ofSeconds(5));
      var account = desk.account("Demo");
      desk.run(
          () ->
              DemoUser.ALL.forEach(
                  one ->
                      desk.get(UserRepository.class)
                          .add(
                              new AppUser(
                                  account,
                                  one.login(),
                                  "hash",
                                  one.name(),
                                  one.login().equals("ada") ? AppUser.ADMIN : AppUser.USER,
                                  desk.services.clock.instant()))));
      desk.run(() -> demo.start(this));
      desk.run(() -> demo.start(this));
      assertThat(desk.in(() -> desk.get(InboxRepository.class).ofAccount(account.id())))
          .extracting(Inbox::channelType)
          .containsExactly(Inbox.WEBSITE, Inbox.API);
      assertThat(desk.in(() -> desk.get(MembershipRepository.class).ofAccount(account.id())))
          .extracting(AccountUser::role)
          .containsExactly("administrator", "agent", "agent", "agent");
    }
  }
}
