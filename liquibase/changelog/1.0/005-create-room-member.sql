--liquibase formatted sql

--changeset ropeway:005-create-room-member
create table room_member (
  room_id bigint not null,
  user_id bigint not null,
  role varchar(20) not null,
  last_read_message_id bigint default 0 not null,
  joined_at timestamp(6) with time zone not null,
  constraint room_member_key primary key (room_id, user_id),
  constraint room_member_room foreign key (room_id) references room (id) on delete cascade,
  constraint room_member_user foreign key (user_id) references app_user (id) on delete cascade,
  constraint room_member_role check (role in ('member', 'moderator'))
);
create index room_member_user_index on room_member (user_id);
--rollback drop table room_member;
