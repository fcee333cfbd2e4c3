-- What a second person said of a decision; each decision is answered once. verdict: APPROVED, REFUSED, SENT_BACK.
-- why: id of the personal text, with a refusal or a question.
create table approval (
    decision_id   varchar(36) not null primary key,
    item_id       varchar(200) not null,
    first_person  varchar(200) not null,
    second_person varchar(200) not null,
    verdict       varchar(20) not null,
    at            bigint not null,
    why           varchar(36),
    child_safety  boolean not null,
    event_seq     bigint not null
);
create index approval_of_first on approval (first_person, at);
create index approval_of_item on approval (item_id, at);
create index approval_by_event on approval (event_seq);

-- Beside the log: which notices somebody has read.
create table read_notice (
    person varchar(200) not null,
    notice varchar(100) not null,
    at     bigint not null,
    primary key (person, notice)
);
create index read_notice_by_time on read_notice (at);
