-- Items of practice that lie among the cases as ordinary ones: that they are tests is told here and nowhere else. Nothing
-- here follows from the event log, which tells of them as of any other case.

-- seen: how many new cases of the queue have come by since the share was set; which of them a test follows is by the seed.
-- one_in: 0 for none. sets: ids, separated by spaces.
create table practice.hidden_share (
    queue  varchar(60) not null primary key,
    one_in int not null,
    sets   varchar(4000) not null,
    seed   varchar(64) not null,
    seen   bigint not null,
    set_by varchar(200) not null,
    set_at bigint not null
);

create table practice.hidden_test (
    item_id       varchar(200) not null primary key,
    queue         varchar(60) not null,
    set_id        varchar(36) not null,
    version       int not null,
    practice_item varchar(200) not null,
    placed_by     varchar(200) not null,
    placed_at     bigint not null
);
create index hidden_test_by_time on practice.hidden_test (placed_at, item_id);
create unique index hidden_test_once on practice.hidden_test (queue, set_id, practice_item);

-- Decisions on tests whose effect on the record of their reports' sources was taken back.
create table practice.hidden_dropped (
    decision_id varchar(36) not null primary key,
    at          bigint not null
);

-- What figures and exports leave out; on a shared store, for who may know of it.
create view practice.left_out as select item_id from practice.hidden_test;
