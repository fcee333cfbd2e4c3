-- Until when a hold that somebody placed is needed, the last one counting. It holds on after that until somebody lifts it.
-- why: id of a personal_text.
create table hold_term (
    hold_id   varchar(36) not null,
    place     int not null,
    ends_at   bigint not null,
    why       varchar(36) not null,
    person    varchar(200) not null,
    at        bigint not null,
    event_seq bigint not null,
    primary key (hold_id, place)
);
create index hold_term_by_why on hold_term (why);
create index hold_term_by_event on hold_term (event_seq);
