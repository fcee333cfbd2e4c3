-- A call to emergency services. who, place, how: ids of the personal_text that says whom it is about, where they are, and
-- how it became known.
create table emergency_call (
    id        varchar(36) not null primary key,
    item_id   varchar(200) not null,
    target    varchar(30) not null,
    number    varchar(300) not null,
    region    varchar(2) not null,
    who       varchar(36) not null,
    place     varchar(36) not null,
    how       varchar(36) not null,
    called_by varchar(200) not null,
    called_at bigint not null,
    at        bigint not null,
    event_seq bigint not null
);
create index emergency_call_of_item on emergency_call (item_id);
create index emergency_call_by_event on emergency_call (event_seq);

-- What came of it, in order. words: id of a personal_text.
create table emergency_outcome (
    call_id   varchar(36) not null,
    place     int not null,
    item_id   varchar(200) not null,
    kind      varchar(20) not null,
    ended_at  bigint not null,
    reference varchar(200) not null,
    words     varchar(36) not null,
    person    varchar(200) not null,
    at        bigint not null,
    event_seq bigint not null,
    primary key (call_id, place)
);
create index emergency_outcome_by_event on emergency_outcome (event_seq);
