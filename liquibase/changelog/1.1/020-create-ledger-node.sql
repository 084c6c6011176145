--liquibase formatted sql

-- One row a start of a node: until when what it has in memory was certainly written, and its
-- sockets were open.
--changeset ropeway:020-create-ledger-node
create table ledger_node (
  id bigint primary key,
  seen_at timestamp(6) with time zone not null
);
--rollback drop table ledger_node;
