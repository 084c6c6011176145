--liquibase formatted sql

-- Who is present in which room, on whatever nodes: who inserts the row announces the coming, who
-- deletes it the going. It is locked while leases of it change.
--changeset ropeway:011-create-presence
create table presence (
  room varchar(600) not null,
  who varchar(200) not null,
  constraint presence_key primary key (room, who)
);
--rollback drop table presence;

-- On which nodes. info is what others see of them, as JSON text.
--changeset ropeway:011-create-presence-lease
create table presence_lease (
  room varchar(600) not null,
  who varchar(200) not null,
  incarnation bigint not null,
  info text,
  constraint presence_lease_key primary key (room, who, incarnation)
);
create index presence_lease_incarnation_index on presence_lease (incarnation);
--rollback drop table presence_lease;
