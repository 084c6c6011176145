package io.ropeway.service.chat;

import io.ropeway.persistence.chat.RoomRepository;
import io.ropeway.service.UseCase;
import io.ropeway.service.reading.ReadingRule;
import io.ropeway.session.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Chat rooms by their streams' names: {@code room:<id>}, for who may enter the room. */
@UseCase
@ApplicationScoped
public class RoomReading implements ReadingRule {

  private static final String PREFIX = "room:";

  @Inject RoomAccess access;
  @Inject RoomRepository rooms;

  @Override
  public Optional<String> find(String name, Identity who) {
    if (!name.startsWith(PREFIX) || !name.substring(PREFIX.length()).matches("[1-9]\\d{0,17}")) {
      return Optional.empty();
    }
    long id = Long.parseLong(name.substring(PREFIX.length()));
    return access.enter(rooms.find(id), who).map(entrance -> name);
  }
}
