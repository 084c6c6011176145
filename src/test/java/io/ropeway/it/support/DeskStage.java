package io.ropeway.it.support;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClients;
import io.ropeway.it.client.Frames;
import io.ropeway.it.rest.Api;
import io.ropeway.it.support.DeskWorld.User;
import io.ropeway.service.support.event.DeskStreams;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A desk whose people all listen, on two nodes, to what a test does on one of them: users of every
 * right, two contacts, and a stranger.
 *
 * <p>After each deed a fence is published to every stream: whoever has heard it by all of theirs
 * has heard whatever the deed had to tell them.
 */
final class DeskStage implements BeforeEachCallback, AfterEachCallback {

  private final DeskNodes nodes = DeskNodes.shared();
  private final CableClients here = new CableClients(nodes.here::uri);
  private final CableClients there = new CableClients(nodes.there::uri);
  private final Backend backend = new Backend(nodes.here::uri, DeskNodes.BROADCAST_KEY);
  private final List<Witness> all = new ArrayList<>();
  private long fences;

  final DeskWorld world = new DeskWorld(nodes.database);
  final ContactSide contact = new ContactSide(nodes.here.uri(), world);
  final Api anybody = Api.of(nodes.here.uri());

  /** One who administers, two who answer in the inbox, and one of these by a second device. */
  Witness boss;

  Witness ann;
  Witness ben;
  Witness alsoAnn;

  /** One of a team alone, and one who belongs nowhere. */
  Witness tim;

  Witness dot;

  /** The contact, and another of the same inbox. */
  Witness bo;

  Witness eve;

  /** One who administers another account. */
  Witness stranger;

  @Override
  public void beforeEach(ExtensionContext context) {
    boss = stand(Witness.of("boss", there, world.boss, 3));
    ann = stand(Witness.of("ann", here, world.ann, 3));
    alsoAnn = stand(Witness.of("also ann", there, world.ann, 3));
    ben = stand(Witness.of("ben", there, world.ben, 3));
    tim = stand(Witness.of("tim", here, world.tim, 3));
    dot = stand(Witness.of("dot", there, world.dot, 2));
    bo = stand(Witness.of("bo", there, world.visitor));
    eve = stand(Witness.of("eve", here, world.neighbour));
    stranger = stand(Witness.of("the stranger", there, world.stranger, 3));
  }

  private Witness stand(Witness witness) {
    all.add(witness);
    return witness;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    here.afterEach(context);
    there.afterEach(context);
  }

  /** Who hears of all conversations of the inbox. */
  List<Witness> staff() {
    return List.of(boss, ann, alsoAnn, ben);
  }

  /** All of the account. */
  List<Witness> users() {
    return List.of(boss, ann, alsoAnn, ben, tim, dot);
  }

  /** A user's program that asks the first node. */
  Api as(User user) {
    return anybody.with("api_access_token", user.access());
  }

  /** What a user calls an account's part of the API. */
  String account() {
    return "/api/v1/accounts/" + world.account;
  }

  /** What a user calls a conversation. */
  String thread(long conversation) {
    return account() + "/conversations/" + conversation;
  }

  /** What a contact's program calls its session. */
  String session() {
    return "/public/api/v1/inboxes/"
        + world.inboxIdentifier
        + "/contacts/"
        + world.visitor.sourceId();
  }

  /** Has everybody listen to all that was told until now. */
  void listen() {
    fences++;
    for (String stream : streams()) {
      JsonObject data = Frames.object("number", fences, "stream", stream);
      backend.broadcast(stream, Frames.object("event", Witness.FENCE, "data", data));
    }
    all.forEach(witness -> witness.listenUpTo(fences));
  }

  private List<String> streams() {
    List<String> streams =
        new ArrayList<>(
            List.of(
                DeskStreams.inbox(world.inbox),
                DeskStreams.team(world.team),
                DeskStreams.admins(world.account),
                DeskStreams.account(world.account),
                DeskStreams.admins(world.stranger.accountId()),
                DeskStreams.account(world.stranger.accountId()),
                DeskStreams.contact(world.visitor.session()),
                DeskStreams.contact(world.neighbour.session())));
    for (User user :
        List.of(world.boss, world.ann, world.ben, world.tim, world.dot, world.stranger)) {
      streams.add(DeskStreams.user(user.accountId(), user.id()));
    }
    return streams;
  }

  /** Somebody comes to the second node, and listens from now on. */
  Witness arrives(String name, User user, int streams) {
    return stand(Witness.of(name, there, user, streams));
  }

  /** Waits until somebody was sent away, who listens no more; gives the code of the close. */
  int awaitDeparture(Witness witness) {
    all.remove(witness);
    return witness.awaitClose();
  }

  /** Nobody listens at this desk as this user. */
  void refuses(User user) {
    String identifier = DeskSocket.room(user);
    there.open().send(Frames.subscribe(identifier)).rejected(identifier);
  }

  /** Forgets all that was told until now. */
  void forget() {
    listen();
    all.forEach(Witness::forget);
  }

  /** Nobody was told anything that the test has not accounted for. */
  void nothingElse() {
    all.forEach(Witness::heardNothingElse);
  }
}
