-- What is filed with NCMEC for a referral. report: SHA-256 of the document that opens it, which filing_paper keeps.
create table filing (
    id          varchar(36) not null primary key,
    referral_id varchar(36) not null,
    decision_id varchar(36) not null,
    item_id     varchar(200) not null,
    environment varchar(20) not null,
    made_by     varchar(200) not null,
    made_at     bigint not null,
    report      varchar(64) not null,
    event_seq   bigint not null
);
create index filing_of_referral on filing (referral_id);
create index filing_by_event on filing (event_seq);

-- What is uploaded with it, in order from zero. media: SHA-256 of the file; details: of the document about it.
create table filing_file (
    filing_id varchar(36) not null,
    place     int not null,
    item_id   varchar(200) not null,
    media     varchar(64) not null,
    details   varchar(64) not null,
    event_seq bigint not null,
    primary key (filing_id, place)
);
create index filing_file_by_event on filing_file (event_seq);

-- A request, kept before it goes out. file: its place, -1 for none; sent: SHA-256 of its bytes without the file's.
create table filing_request (
    filing_id varchar(36) not null,
    place     int not null,
    item_id   varchar(200) not null,
    what      varchar(20) not null,
    report    bigint,
    file      int not null,
    asked_at  bigint not null,
    sent      varchar(64) not null,
    event_seq bigint not null,
    primary key (filing_id, place)
);
create index filing_request_by_event on filing_request (event_seq);

-- What came of it; no row while nothing is known. received: SHA-256 of the answer's bytes, null where none came.
create table filing_reply (
    filing_id varchar(36) not null,
    place     int not null,
    item_id   varchar(200) not null,
    came_at   bigint not null,
    outcome   varchar(30) not null,
    code      int,
    report    bigint,
    file_id   varchar(200),
    status    int,
    request_no varchar(200),
    received  varchar(64),
    event_seq bigint not null,
    primary key (filing_id, place)
);
create index filing_reply_by_event on filing_reply (event_seq);

-- What a person decided of it, after so many requests.
create table filing_wish (
    filing_id varchar(36) not null,
    place     int not null,
    item_id   varchar(200) not null,
    kind      varchar(20) not null,
    person    varchar(200) not null,
    at        bigint not null,
    requests  int not null,
    event_seq bigint not null,
    primary key (filing_id, place)
);
create index filing_wish_by_event on filing_wish (event_seq);

-- Bytes that were sent or came, base64; proved by their hash, which an entry of the log tells.
create table filing_paper (
    filing_id varchar(36) not null,
    sha256    varchar(64) not null,
    item_id   varchar(200) not null,
    body      text not null,
    primary key (filing_id, sha256)
);

-- Who takes a filing on just now: one at a time.
create table filing_run (
    filing_id varchar(36) not null primary key,
    item_id   varchar(200) not null,
    holder    varchar(36) not null,
    ends_at   bigint not null
);
