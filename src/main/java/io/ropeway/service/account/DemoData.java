package io.ropeway.service.account;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.ropeway.config.ServerSettings;
import io.ropeway.config.StartOrder;
import io.ropeway.persistence.account.Account;
import io.ropeway.persistence.account.AppUser;
import io.ropeway.persistence.account.UserRepository;
import io.ropeway.persistence.chat.MemberRepository;
import io.ropeway.persistence.chat.Message;
import io.ropeway.persistence.chat.MessageRepository;
import io.ropeway.persistence.chat.Room;
import io.ropeway.persistence.chat.RoomMember;
import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.service.UseCase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * People and rooms to try the product with, when {@code ropeway.demo} is on. Stored once: what was
 * changed since then stays. A database that has them is good for nothing else.
 */
@ApplicationScoped
public class DemoData {

  private static final System.Logger LOGGER = System.getLogger(DemoData.class.getName());

  @Inject ServerSettings settings;
  @Inject UserRepository users;
  @Inject RoomRepository rooms;
  @Inject MemberRepository members;
  @Inject MessageRepository messages;
  @Inject Clock clock;

  @UseCase
  void start(
      @Observes @Priority(StartOrder.DATA) @Initialized(ApplicationScoped.class) Object event) {
    Optional<AppUser> ada = users.findByLogin("ada");
    if (settings.demo() && ada.isEmpty()) {
      Map<String, String> hashes = hashes(); // which takes its time, and so comes before the turn
      users.takeTurn();
      if (users.findByLogin("ada").isEmpty()) {
        seed(hashes, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        LOGGER.log(System.Logger.Level.INFO, "Stored the demo accounts and rooms");
      }
    }
    if (!settings.demo()
        && ada.filter(user -> PasswordHash.matches("ada-demo", user.passwordHash())).isPresent()) {
      throw new IllegalStateException(
          "Ropeway does not start with accounts whose passwords everybody knows: this database was"
              + " used with ropeway.demo; set ROPEWAY_DB_URL to another one.");
    }
  }

  private static Map<String, String> hashes() {
    return DemoUser.ALL.stream()
        .collect(toMap(DemoUser::login, demo -> PasswordHash.hash(demo.password())));
  }

  private void seed(Map<String, String> hashes, Instant now) {
    Account account = new Account("Demo", now);
    users.add(account);
    AppUser ada = user(account, "Ada", hashes, AppUser.ADMIN, now);
    AppUser bob = user(account, "Bob", hashes, AppUser.USER, now);
    AppUser cyd = user(account, "Cyd", hashes, AppUser.USER, now);
    AppUser dan = user(account, "Dan", hashes, AppUser.USER, now);

    Room general = room(account, "general", "General", Room.PUBLIC, now);
    members.add(new RoomMember(general, ada, RoomMember.MODERATOR, now));
    members.add(new RoomMember(general, bob, RoomMember.MEMBER, now));
    members.add(new RoomMember(general, cyd, RoomMember.MEMBER, now));
    members.add(new RoomMember(general, dan, RoomMember.MEMBER, now));
    Instant earlier = now.minus(Duration.ofMinutes(10));
    say(general, ada, "Welcome to Ropeway. Open this page in a second window to chat.", earlier);
    say(general, bob, "Sign in there as bob, cyd or dan.", earlier.plusSeconds(60));
    say(general, cyd, "What is said here is still here after a restart.", earlier.plusSeconds(120));

    Room random = room(account, "random", "Random", Room.PUBLIC, now);
    members.add(new RoomMember(random, ada, RoomMember.MODERATOR, now));

    Room staff = room(account, "staff", "Staff", Room.MEMBERS, now);
    members.add(new RoomMember(staff, ada, RoomMember.MODERATOR, now));
    members.add(new RoomMember(staff, bob, RoomMember.MEMBER, now));
  }

  private AppUser user(
      Account account, String name, Map<String, String> hashes, String role, Instant now) {
    String login = DemoUser.named(name).login();
    AppUser user = new AppUser(account, login, requireNonNull(hashes.get(login)), name, role, now);
    users.add(user);
    return user;
  }

  private Room room(Account account, String slug, String name, String visibility, Instant now) {
    Room room = new Room(account, slug, name, visibility, now);
    rooms.add(room);
    return room;
  }

  private void say(Room room, AppUser sender, String text, Instant at) {
    Message message = new Message(room, sender, null, text, at);
    messages.add(message);
    room.lastMessageId(message.id());
  }
}
