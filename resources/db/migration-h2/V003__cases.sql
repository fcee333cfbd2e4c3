-- state: WAITING, LEASED, CLOSED. open_item holds the item's id while the case is open, so that an item has one open case.
-- shown_sections: section codes of its open reports, most severe first, separated by spaces.
-- rank: fixed points less due time in hours, in thousandths of a point.
create table open_case (
    id           bigint not null primary key,
    item_id      varchar(200) not null,
    open_item    varchar(200) unique,
    kind         varchar(20) not null,
    state        varchar(20) not null,
    queue        varchar(100) not null,
    severity     int not null,
    rank         bigint not null,
    points       varchar(2000) not null,
    sections     varchar(2000) not null,
    chapter_set  varchar(100) not null,
    excerpt      varchar(200) not null,
    language     varchar(40),
    region       varchar(40),
    reports      int not null,
    opened_at    bigint not null,
    due_at       bigint not null,
    closed_at    bigint,
    child_safety boolean not null,
    sealed       boolean not null,
    edition      varchar(20) not null,
    token        bigint not null,
    event_seq    bigint not null
);
create index case_urgent on open_case (state, queue, rank desc, id);
create index case_due on open_case (state, queue, due_at, id);
create index case_new on open_case (state, queue, opened_at desc, id);
create index case_of_item on open_case (item_id, id);
create index case_by_event on open_case (event_seq);
create sequence case_number start with 1;

create table lease (
    case_id    bigint not null primary key,
    holder     varchar(200) not null,
    token      bigint not null,
    started_at bigint not null,
    ends_at    bigint not null,
    event_seq  bigint not null
);
create index lease_by_end on lease (ends_at, case_id);
create index lease_by_holder on lease (holder, case_id);
create index lease_by_event on lease (event_seq);

create table skip (
    case_id bigint not null,
    person  varchar(200) not null,
    at      bigint not null,
    primary key (case_id, person)
);

create table draft (
    case_id  bigint not null,
    person   varchar(200) not null,
    saved_at bigint not null,
    body     varchar(16000000) not null,
    primary key (case_id, person)
);

create table counter (
    name   varchar(60) not null,
    queue  varchar(100) not null,
    amount bigint not null,
    primary key (name, queue)
);
