--liquibase formatted sql

-- How far streams have reached the client of one subscription, written behind. A claim changes
-- session_id, so that of two who want a row one gets it. reaches changes often and stands in no
-- index.
--changeset ropeway:021-create-ledger-receipt
create table ledger_receipt (
  id bigint primary key,
  claim_key varchar(100) not null,
  session_id varchar(100) not null,
  owner bigint not null,
  since timestamp(6) with time zone not null,
  broken boolean not null,
  reaches text not null,
  seen_at timestamp(6) with time zone not null
);
create index ledger_receipt_key_index on ledger_receipt (claim_key);
--rollback drop table ledger_receipt;

--changeset ropeway:021-leave-room-in-ledger-receipt dbms:postgresql
alter table ledger_receipt set (fillfactor = 50);
--rollback alter table ledger_receipt reset (fillfactor);
