package io.ropeway.channel.chat;

import io.ropeway.channel.Action;
import io.ropeway.channel.ActionFailure;
import io.ropeway.channel.Channel;
import io.ropeway.channel.ChannelName;
import io.ropeway.channel.CommandThreads;
import io.ropeway.channel.Following;
import io.ropeway.channel.Subscription;
import io.ropeway.channel.chat.ChatReplies.Reply;
import io.ropeway.config.ChatSettings;
import io.ropeway.room.TypingRegistry;
import io.ropeway.service.chat.ChatEvents;
import io.ropeway.service.chat.ChatMessages;
import io.ropeway.service.chat.ChatRooms;
import io.ropeway.service.chat.MemberView;
import io.ropeway.service.chat.MessagePage;
import io.ropeway.service.chat.PersonView;
import io.ropeway.service.chat.PostedMessage;
import io.ropeway.service.chat.RoomSnapshot;
import io.ropeway.service.chat.RoomView;
import io.ropeway.session.Identity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chat room: {@code {"channel":"ChatRoomChannel","room":"general"}}. */
@ChannelName(value = "ChatRoomChannel", durable = "room:*")
public class ChatRoomChannel implements Channel {

  @Inject ChatRooms rooms;
  @Inject ChatMessages messages;
  @Inject RoomAttendance attendance;
  @Inject TypingRegistry typing;
  @Inject ChatEvents events;
  @Inject ChatSettings settings;
  @Inject CommandThreads threads;

  /** The room that this subscriber is in; null until it was let in. */
  private @Nullable RoomView room;

  @Override
  public void subscribed(Subscription subscription) {
    String slug = subscription.params(ChatRequests.Join.class).room();
    Identity who = subscription.identity();
    Optional<RoomView> opened = rooms.open(slug, who);
    if (opened.isEmpty()) {
      subscription.reject();
      return;
    }
    RoomView view = opened.get();
    Following held = subscription.hold(ChatEvents.stream(view.id()));
    room = view;
    attendance.enter(view, who);
    // Asked again now that the stream is held: a right that ended in between was not noticed.
    Optional<RoomSnapshot> entered = rooms.enter(view.id(), who, settings.recent());
    if (entered.isEmpty()) {
      subscription.reject();
      return;
    }
    held.from(entered.get().head());
    subscription.transmit(new Reply("room.state", state(entered.get())));
  }

  @Override
  public void unsubscribed(Subscription subscription) {
    if (room != null) {
      stopTyping(room, subscription.identity());
      attendance.leave(room, subscription.identity(), subscription.isDisconnected());
    }
  }

  /** Says something; a repeat of one's own message is answered with the first. */
  @Action
  void speak(Subscription subscription, ChatRequests.Speak said) {
    RoomView here = here();
    stopTyping(here, subscription.identity());
    PostedMessage posted =
        messages.post(here.id(), subscription.identity(), said.text(), said.clientMessageId());
    if (posted.duplicate()) {
      subscription.transmit(new Reply("message.created", posted.message()));
    }
  }

  @Action
  void edit(Subscription subscription, ChatRequests.Edit edit) {
    messages.edit(here().id(), edit.messageId(), subscription.identity(), edit.text());
  }

  @Action
  void delete(Subscription subscription, ChatRequests.Delete delete) {
    messages.delete(here().id(), delete.messageId(), subscription.identity());
  }

  @Action
  void typing(Subscription subscription, ChatRequests.Typing mark) {
    RoomView here = here();
    Identity who = subscription.identity();
    if (!mark.typing()) {
      stopTyping(here, who);
      return;
    }
    PersonView person = person(who);
    boolean began =
        typing.start(
            ChatEvents.stream(here.id()),
            who.key(),
            () -> threads.execute(() -> events.typing(here.id(), here.slug(), person, false)));
    if (began) {
      events.typing(here.id(), here.slug(), person, true);
    }
  }

  @Action
  void read(Subscription subscription, ChatRequests.Read read) {
    messages.markRead(here().id(), subscription.identity(), read.messageId());
  }

  @Action
  Reply history(ChatRequests.History asked) {
    RoomView here = here();
    MessagePage page =
        messages.page(here.id(), asked.before(), asked.after(), asked.limitOrDefault());
    return new Reply(
        "history",
        new ChatReplies.History(
            here.slug(), page.messages(), page.hasMore(), asked.before(), asked.after()));
  }

  @Override
  public void failed(Subscription subscription, ActionFailure failure) {
    String clientMessageId = failure.data().getString("clientMessageId", null);
    Duration wait = failure.retryAfter();
    subscription.transmit(
        new Reply(
            "error",
            new ChatReplies.Problem(
                failure.action(),
                failure.sentence(),
                clientMessageId,
                wait == null ? null : Math.max(1, wait.toSeconds()))));
  }

  private ChatReplies.State state(RoomSnapshot snapshot) {
    RoomView view = snapshot.room();
    MessagePage recent = snapshot.recent();
    List<MemberView> all = snapshot.members();
    Set<String> marks = typing.typing(ChatEvents.stream(view.id()));
    List<PersonView> typers =
        all.stream()
            .filter(member -> marks.contains(Identity.key(Identity.Kind.USER, member.id())))
            .map(member -> new PersonView(member.id(), member.name()))
            .toList();
    return new ChatReplies.State(
        view, all, recent.messages(), recent.hasMore(), view.lastReadMessageId(), typers);
  }

  private void stopTyping(RoomView here, Identity who) {
    if (typing.stop(ChatEvents.stream(here.id()), who.key())) {
      events.typing(here.id(), here.slug(), person(who), false);
    }
  }

  private RoomView here() {
    if (room == null) {
      throw new IllegalStateException("No action before the subscription is confirmed");
    }
    return room;
  }

  private static PersonView person(Identity who) {
    return new PersonView(Long.parseLong(who.id()), who.name());
  }
}
