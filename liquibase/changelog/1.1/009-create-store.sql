--liquibase formatted sql

-- One row: a random name of this database's life, a part of every stream's epoch.
--changeset ropeway:009-create-store
create table store (
  id varchar(20) not null
);
--rollback drop table store;

--changeset ropeway:009-name-store dbms:postgresql
insert into store (id) values (substr(replace(cast(gen_random_uuid() as text), '-', ''), 1, 10));
--rollback delete from store;

--changeset ropeway:009-name-store-h2 dbms:h2
insert into store (id) values (substring(replace(cast(random_uuid() as varchar(36)), '-', ''), 1, 10));
--rollback delete from store;

-- For operators, after a backup was restored: what was said since the backup is gone, so that no
-- position of any client means what it meant. Every stream gets a new epoch, which nodes notice
-- within a second.
--changeset ropeway:009-create-ropeway-restored dbms:postgresql splitStatements:false
create function ropeway_restored() returns text language plpgsql as $$
declare
  new_id text := substr(replace(cast(gen_random_uuid() as text), '-', ''), 1, 10);
begin
  lock table stream_head in exclusive mode;
  update stream_head set epoch_start = last_offset + 1;
  update store set id = new_id;
  return new_id;
end
$$;
--rollback drop function ropeway_restored();
