package io.ropeway.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ropeway.persistence.TestDatabase;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.service.Refusal;
import io.ropeway.service.TestServices;
import io.ropeway.session.Identity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private TestDatabase database;
  private TestServices services;
  private AccessTokens tokens;
  private long userId;

  @BeforeEach
  void open() {
    database = TestDatabase.open(TestDatabase.Product.H2);
    services = new TestServices(database);
    tokens = services.get(AccessTokens.class);
    userId = user("ada");
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  private long user(String login) {
    UserRepository users = services.get(UserRepository.class);
    return database.inTransaction(
        () -> {
          Account account = new Account(login, services.clock.instant());
          users.add(account);
          AppUser user =
              new AppUser(
                  account,
                  login,
                  PasswordHash.hash("right"),
                  "Ada",
                  AppUser.ADMIN,
                  services.clock.instant());
          users.add(user);
          return user.id();
        });
  }

  private IssuedToken issue() {
    return database.inTransaction(() -> tokens.issue(userId, "a phone"));
  }

  private Optional<Identity> find(String token) {
    return database.inTransaction(() -> tokens.find(token));
  }

  private Identity ada() {
    return find(issue().token()).orElseThrow();
  }

  @Test
  void makeAnIdentityOfTheirUser() {
    IssuedToken issued = issue();
    assertThat(find(issued.token()))
        .contains(
            new Identity(
                Identity.Kind.USER,
                "" + userId,
                "Ada",
                Set.of("admin"),
                Map.of("user", "" + userId),
                "" + issued.id(),
                issued.expiresAt()));
    assertThat(issued.toString()).doesNotContain(issued.token());
  }

  @Test
  void areUnknownWhenNeverGivenOut() {
    assertThat(find(TokenText.random())).isEmpty();
    assertThat(find("nonsense")).isEmpty();
  }

  @Test
  void areStoredAsHashesOnly() throws Exception {
    IssuedToken issued = issue();
    try (var connection = database.dataSource().getConnection();
        var rows =
            connection.createStatement().executeQuery("select token_hash from access_token")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo(TokenText.hash(issued.token()));
    }
  }

  @Test
  void endWithTheirLifetime() {
    IssuedToken issued = issue();
    services.clock.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(find(issued.token())).isPresent();
    services.clock.advance(Duration.ofMillis(1));
    assertThat(find(issued.token())).isEmpty();
  }

  @Test
  void areListedWithTheirLastUseToTheMinute() {
    IssuedToken issued = issue();
    services.clock.advance(Duration.ofSeconds(59));
    Identity who = find(issued.token()).orElseThrow();
    TokenView early = database.inTransaction(() -> tokens.list(who)).get(0);
    assertThat(early.lastUsedAt()).isEqualTo(early.createdAt());
    services.clock.advance(Duration.ofSeconds(2));
    find(issued.token());
    TokenView late = database.inTransaction(() -> tokens.list(who)).get(0);
    assertThat(late.lastUsedAt()).isEqualTo(late.createdAt().plusSeconds(61));
    assertThat(late.label()).isEqualTo("a phone");
  }

  @Test
  void closeWhatTheyOpenedWhenRevoked() {
    IssuedToken issued = issue();
    Identity who = find(issued.token()).orElseThrow();
    database.inTransaction(
        () -> {
          tokens.revoke(who, issued.id());
          return true;
        });
    assertThat(find(issued.token())).isEmpty();
    assertThat(services.closedCredentials).containsExactly("" + issued.id());
  }

  @Test
  void areNobodyElsesToRevoke() {
    IssuedToken issued = issue();
    userId = user("bob");
    Identity bob = ada();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      tokens.revoke(bob, issued.id());
                      return true;
                    }))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND));
    assertThat(find(issued.token())).isPresent();
  }

  @Test
  void areGivenForTheRightPasswordOnly() {
    SignIn signIn = services.get(SignIn.class);
    IssuedToken issued = database.inTransaction(() -> signIn.signIn(" ADA ", "right", "a phone"));
    assertThat(issued.user().login()).isEqualTo("ada");
    for (String login : new String[] {"ada", "nobody"}) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> database.inTransaction(() -> signIn.signIn(login, "wrong", "a phone")))
          .withMessage("The login or the password is wrong.");
    }
  }
}
