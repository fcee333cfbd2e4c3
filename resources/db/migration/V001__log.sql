-- The chained event log. Times are milliseconds since 1970-01-01T00:00Z, everywhere in this store.
create table event (
    seq      bigint not null primary key,
    at       bigint not null,
    kind     varchar(40) not null,
    person   varchar(200) not null,
    case_id  bigint,
    item_id  varchar(200),
    body     varchar(1000000) not null,
    hash     char(64) not null
);
create index event_of_item on event (item_id, seq);

create table log_head (
    id   int not null primary key,
    seq  bigint not null,
    hash char(64) not null
);
insert into log_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Free text that a person wrote: erasable, held by the log only through its salted hash.
create table personal_text (
    id        varchar(36) not null primary key,
    salt      char(32) not null,
    words     varchar(1000000) not null,
    event_seq bigint not null
);
create index personal_text_by_event on personal_text (event_seq);
