--liquibase formatted sql

-- What a session of the extended protocol had subscribed to, for the one that restores it.
--changeset ropeway:022-create-ledger-session
create table ledger_session (
  id varchar(100) primary key,
  identity_key varchar(300) not null,
  identifiers text not null,
  owner bigint not null,
  is_open boolean not null,
  seen_at timestamp(6) with time zone not null
);
--rollback drop table ledger_session;
