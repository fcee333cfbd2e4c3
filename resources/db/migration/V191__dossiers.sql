-- What was made of a referral for an authority. targets: the version in force then; pdf, json: SHA-256 of the documents,
-- which dossier_paper keeps.
create table dossier (
    id          varchar(36) not null primary key,
    referral_id varchar(36) not null,
    decision_id varchar(36) not null,
    item_id     varchar(200) not null,
    target      varchar(30) not null,
    state       varchar(2),
    targets     int not null,
    made_by     varchar(200) not null,
    made_at     bigint not null,
    pdf         varchar(64) not null,
    json        varchar(64) not null,
    event_seq   bigint not null
);
create index dossier_of_referral on dossier (referral_id);
create index dossier_of_item on dossier (item_id);
create index dossier_by_event on dossier (event_seq);

-- That it went out and arrived, by the hand of a person. document: SHA-256 of what the authority answered, null without.
create table dossier_receipt (
    dossier_id varchar(36) not null,
    place      int not null,
    item_id    varchar(200) not null,
    sent_at    bigint not null,
    reference  varchar(200) not null,
    document   varchar(64),
    person     varchar(200) not null,
    at         bigint not null,
    event_seq  bigint not null,
    primary key (dossier_id, place)
);
create index dossier_receipt_by_event on dossier_receipt (event_seq);

-- The documents, base64; proved by their hash, which an entry of the log tells.
create table dossier_paper (
    dossier_id varchar(36) not null,
    sha256     varchar(64) not null,
    item_id    varchar(200) not null,
    body       text not null,
    primary key (dossier_id, sha256)
);
