create table account (
    id           varchar(200) not null primary key,
    handle       varchar(1000),
    display_name varchar(1000),
    content      text not null,
    event_seq    bigint not null
);
create index account_by_handle on account (handle, id);
create index account_by_event on account (event_seq);

create table item (
    id         varchar(200) not null primary key,
    kind       varchar(20) not null,
    version    int not null,
    account_id varchar(200),
    event_seq  bigint not null
);
create index item_of_account on item (account_id, id);
create index item_by_event on item (event_seq);

-- content: canonical JSON of the version in the desk format, without author and reports.
create table item_version (
    item_id    varchar(200) not null,
    version    int not null,
    content    text not null,
    text_hash  char(64),
    arrived_at bigint not null,
    event_seq  bigint not null,
    primary key (item_id, version)
);
create index item_version_by_text on item_version (text_hash, item_id);
create index item_version_by_event on item_version (event_seq);

create table item_media (
    item_id   varchar(200) not null,
    version   int not null,
    position  int not null,
    sha256    char(64),
    state     varchar(20) not null,
    event_seq bigint not null,
    primary key (item_id, version, position)
);
create index item_media_by_hash on item_media (sha256, item_id);
create index item_media_by_event on item_media (event_seq);

create table report (
    item_id    varchar(200) not null,
    id         varchar(200) not null,
    case_id    bigint not null,
    source     varchar(20) not null,
    reporter   varchar(1000),
    at         bigint not null,
    arrived_at bigint not null,
    sections   varchar(100000) not null,
    content    text not null,
    event_seq  bigint not null,
    primary key (item_id, id)
);
create index report_of_case on report (case_id, arrived_at, id);
create index report_by_event on report (event_seq);

-- How often a reporter, or a kind of source, was right: for priority and for the reviewer to see.
create table report_source (
    source   varchar(20) not null,
    reporter varchar(1000) not null,
    decided  bigint not null,
    upheld   bigint not null,
    primary key (source, reporter)
);
