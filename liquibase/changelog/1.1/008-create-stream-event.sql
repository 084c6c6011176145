--liquibase formatted sql

-- Offsets of a stream follow each other without gaps. audience lists all places of the event, the
-- widest stream first, as id:offset,id:offset; null where this place is the only one.
--changeset ropeway:008-create-stream-event
create table stream_event (
  stream_id bigint not null,
  event_offset bigint not null,
  kind smallint not null,
  name varchar(100) not null,
  payload text not null,
  exclude_session varchar(200),
  exclude_identity varchar(200),
  audience text,
  subject varchar(200),
  author varchar(200),
  stored_at timestamp(6) with time zone not null,
  constraint stream_event_key primary key (stream_id, event_offset)
);
--rollback drop table stream_event;

-- By what is erased. Most events are about nothing that could be, so that they stay out of it.
--changeset ropeway:008-index-stream-event dbms:postgresql
create index stream_event_subject_index on stream_event (subject) where subject is not null;
create index stream_event_author_index on stream_event (author) where author is not null;
--rollback drop index stream_event_author_index;
--rollback drop index stream_event_subject_index;

--changeset ropeway:008-index-stream-event-h2 dbms:h2
create index stream_event_subject_index on stream_event (subject);
create index stream_event_author_index on stream_event (author);
--rollback drop index stream_event_author_index;
--rollback drop index stream_event_subject_index;
