-- For how many days each class of data is kept once it is settled. Without a row it is kept.
create table retention_period (
    what      varchar(20) not null primary key,
    days      int not null,
    event_seq bigint not null
);
create index retention_period_by_event on retention_period (event_seq);

-- What must not be erased, whatever else says so. subject: ACCOUNT or ITEM. reason: id of a personal_text.
create table retention_hold (
    id         varchar(36) not null primary key,
    subject    varchar(10) not null,
    subject_id varchar(200) not null,
    kind       varchar(20) not null,
    placed_by  varchar(200) not null,
    placed_at  bigint not null,
    reason     varchar(36) not null,
    lifted_at  bigint,
    event_seq  bigint not null
);
create index retention_hold_of on retention_hold (subject_id, subject);
create index retention_hold_by_reason on retention_hold (reason);
create index retention_hold_by_event on retention_hold (event_seq);

-- What was erased of what, and when last: it is not looked at again until something new has come.
create table erased (
    what      varchar(20) not null,
    subject   varchar(200) not null,
    at        bigint not null,
    event_seq bigint not null,
    primary key (what, subject)
);
create index erased_by_event on erased (event_seq);
