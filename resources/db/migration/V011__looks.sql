-- What of a moving file was shown during a look, in milliseconds from its beginning. Looks at stills have none.
create table look_span (
    look_id    varchar(36) not null primary key,
    from_ms    bigint not null,
    to_ms      bigint not null,
    event_seq  bigint not null
);
create index look_span_by_event on look_span (event_seq);

-- Why sealed content was looked at. note: id of a personal_text.
create table sealed_look (
    look_id    varchar(36) not null primary key,
    reason     varchar(40) not null,
    note       varchar(36) not null,
    event_seq  bigint not null
);
create index sealed_look_by_event on sealed_look (event_seq);

-- With how much cover content of a severity opens at the least, whatever a person likes.
create table cover_floor (
    severity   varchar(10) not null primary key,
    first_form varchar(20) not null,
    blur       int not null,
    muted      boolean not null,
    event_seq  bigint not null
);
create index cover_floor_by_event on cover_floor (event_seq);
