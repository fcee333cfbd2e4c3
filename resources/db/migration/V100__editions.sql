-- Editions of the book that were brought in, as their files were read; the newest version of a name counts. A version can
-- be taken back by a later one until it is in force. What came with the desk is in force before all of them and not here.
-- digest: SHA-256 of the files.
create table edition (
    edition   varchar(20) not null,
    version   int not null,
    from_at   bigint not null,
    digest    char(64) not null,
    shape     varchar(4000000) not null,
    nl        varchar(4000000) not null,
    en        varchar(4000000) not null,
    event_seq bigint not null,
    primary key (edition, version)
);
create index edition_by_event on edition (event_seq);

-- Who says to have read what is different in one.
create table edition_read (
    person    varchar(200) not null,
    edition   varchar(20) not null,
    version   int not null,
    at        bigint not null,
    event_seq bigint not null,
    primary key (person, edition, version)
);
create index edition_read_of on edition_read (edition, version);
create index edition_read_by_event on edition_read (event_seq);

-- Beside the log: who has been asked already.
create table edition_asked (
    person  varchar(200) not null,
    edition varchar(20) not null,
    version int not null,
    primary key (person, edition, version)
);

-- Whether cases are taken only by who has read the edition in force; one row, or none for no.
create table edition_duty (
    id        int not null primary key,
    must_read boolean not null,
    event_seq bigint not null
);
create index edition_duty_by_event on edition_duty (event_seq);

-- Past decisions that are reviewed again because an edition changed their clauses. clauses: codes of the earlier edition
-- separated by spaces. chosen: how many of found ones, by the seed. reason: id of a personal text. due_days: for each.
create table re_review (
    id        varchar(36) not null primary key,
    edition   varchar(20) not null,
    clauses   varchar(4000) not null,
    found     bigint not null,
    chosen    int not null,
    seed      bigint not null,
    reason    varchar(36) not null,
    due_days  int not null,
    made_by   varchar(200) not null,
    made_at   bigint not null,
    event_seq bigint not null
);
create index re_review_of_edition on re_review (edition, made_at, id);
create index re_review_by_event on re_review (event_seq);

-- One of them; how far its second review is follows from quality_draw and second_review.
create table re_review_case (
    re_review_id varchar(36) not null,
    position     int not null,
    decision_id  varchar(36) not null,
    item_id      varchar(200) not null,
    child_safety boolean not null,
    event_seq    bigint not null,
    primary key (re_review_id, position)
);
create index re_review_case_by_event on re_review_case (event_seq);
