--liquibase formatted sql

-- The running starts of nodes. Times are the database's own; counts is what the node counted, as a
-- JSON object.
--changeset ropeway:010-create-node
create table node (
  incarnation bigint primary key,
  id varchar(200) not null,
  started_at timestamp(6) with time zone not null,
  heartbeat_at timestamp(6) with time zone not null,
  stopped boolean default false not null,
  counts text not null
);
--rollback drop table node;
