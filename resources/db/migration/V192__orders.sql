-- What an authority ordered or asked for. received_zone: the offset that it was written in; document: SHA-256 of the order
-- itself, which authority_order_paper keeps; preserve_until: for how long a request to preserve holds.
create table authority_order (
    id             varchar(36) not null primary key,
    kind           varchar(20) not null,
    target         varchar(30) not null,
    authority      varchar(200) not null,
    reference      varchar(200) not null,
    authentication varchar(500) not null,
    received_at    bigint not null,
    received_zone  varchar(9) not null,
    due_at         bigint not null,
    preserve_until bigint,
    non_disclosure boolean not null,
    child_safety   boolean not null,
    document       varchar(64),
    recorded_by    varchar(200) not null,
    recorded_at    bigint not null,
    event_seq      bigint not null
);
create index authority_order_due on authority_order (due_at);
create index authority_order_by_event on authority_order (event_seq);

-- What it is about: an item of this desk, or a place in the authority's words.
create table authority_order_subject (
    order_id  varchar(36) not null,
    place     int not null,
    item_id   varchar(200),
    locator   varchar(2000) not null,
    event_seq bigint not null,
    primary key (order_id, place)
);
create index authority_order_of_item on authority_order_subject (item_id);
create index authority_order_subject_by_event on authority_order_subject (event_seq);

-- What was done about it, in order. done_at: when; due_at: by when it is due since; words: id of a personal_text.
create table authority_order_step (
    order_id  varchar(36) not null,
    place     int not null,
    kind      varchar(20) not null,
    done_at   bigint not null,
    due_at    bigint,
    words     varchar(36) not null,
    document  varchar(64),
    person    varchar(200) not null,
    at        bigint not null,
    event_seq bigint not null,
    primary key (order_id, place)
);
create index authority_order_step_by_event on authority_order_step (event_seq);

-- Documents of orders and answers, base64; proved by their hash, which an entry of the log tells.
create table authority_order_paper (
    order_id varchar(36) not null,
    sha256   varchar(64) not null,
    body     text not null,
    primary key (order_id, sha256)
);
