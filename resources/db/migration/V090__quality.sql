-- The versions of the plan by which decisions are drawn for a second review, as canonical JSON; the newest is in force.
create table quality_plan (
    version   int not null primary key,
    body      varchar(100000) not null,
    event_seq bigint not null
);
create index quality_plan_by_event on quality_plan (event_seq);

-- Beside the log: the secret that makes a draw unguessable, 64 hexadecimal digits, and how far decisions have been drawn.
create table quality_key (
    id     int not null primary key,
    secret char(64) not null
);
create table quality_progress (
    id         int not null primary key,
    through_at bigint not null,
    through_id varchar(36) not null,
    week       bigint not null
);

-- Which decision was drawn, and why: nothing that the second person may know. stratum: see Stratum.
-- section: of the leading clause, empty without one. reason: id of a personal text, where somebody asked for it.
create table quality_draw (
    review_id    varchar(36) not null primary key,
    decision_id  varchar(36) not null,
    item_id      varchar(200) not null,
    first_person varchar(200) not null,
    section      varchar(10) not null,
    decided_at   bigint not null,
    plan_version int not null,
    stratum      varchar(40) not null,
    asked_by     varchar(200),
    reason       varchar(36),
    child_safety boolean not null,
    drawn_at     bigint not null,
    event_seq    bigint not null
);
create index quality_draw_of_decision on quality_draw (decision_id, drawn_at);
create index quality_draw_by_time on quality_draw (drawn_at, review_id);
create index quality_draw_of_first on quality_draw (first_person, drawn_at);
create index quality_draw_by_event on quality_draw (event_seq);

-- A second review: the case as it was at seen_at, and how far it has come. state: see Stage.
-- ends_at: until when it is held, moved by heartbeats. moved_in: the server's transaction that last moved it.
create table second_review (
    id            varchar(36) not null primary key,
    case_id       bigint not null,
    item_id       varchar(200) not null,
    item_version  int not null,
    edition       varchar(20) not null,
    kind          varchar(20) not null,
    queue         varchar(100) not null,
    severity      int not null,
    sections      varchar(2000) not null,
    language      varchar(40),
    region        varchar(40),
    opened_at     bigint not null,
    seen_at       bigint not null,
    due_at        bigint not null,
    child_safety  boolean not null,
    sealed        boolean not null,
    state         varchar(20) not null,
    second_person varchar(200),
    taken_at      bigint,
    ends_at       bigint,
    moved_in      bigint,
    event_seq     bigint not null
);
create index second_review_due on second_review (state, due_at, id);
create index second_review_of_person on second_review (second_person, state);
create index second_review_of_item on second_review (item_id, state);
create index second_review_by_event on second_review (event_seq);

-- What the second person answered; body as in decision.
create table second_answer (
    review_id varchar(36) not null primary key,
    item_id   varchar(200) not null,
    person    varchar(200) not null,
    outcome   varchar(20) not null,
    at        bigint not null,
    active_ms bigint not null,
    body      varchar(10000000) not null,
    event_seq bigint not null
);
create index second_answer_by_event on second_answer (event_seq);

-- What was made of a difference: KEPT, OVERTURNED, CALIBRATION. note: id of a personal text for both reviewers.
-- replacement: the decision that took the first one's place.
create table difference_resolution (
    review_id   varchar(36) not null primary key,
    item_id     varchar(200) not null,
    person      varchar(200) not null,
    verdict     varchar(20) not null,
    at          bigint not null,
    note        varchar(36),
    replacement varchar(36),
    event_seq   bigint not null
);
create index difference_resolution_by_time on difference_resolution (at, review_id);
create index difference_resolution_by_event on difference_resolution (event_seq);

-- What the first or the second person said to that, once. words: id of a personal text.
create table quality_reply (
    review_id varchar(36) not null,
    person    varchar(200) not null,
    item_id   varchar(200) not null,
    at        bigint not null,
    words     varchar(36) not null,
    event_seq bigint not null,
    primary key (review_id, person)
);
create index quality_reply_by_event on quality_reply (event_seq);

-- The state that a decision has in quality review; without a row it was not sampled. See QualityState.
create table decision_quality (
    decision_id varchar(36) not null primary key,
    review_id   varchar(36) not null,
    item_id     varchar(200) not null,
    state       varchar(20) not null,
    event_seq   bigint not null
);
create index decision_quality_by_event on decision_quality (event_seq);

-- Beside the log: unsent answers of whoever holds a second review.
create table second_draft (
    review_id varchar(36) not null primary key,
    person    varchar(200) not null,
    saved_at  bigint not null,
    body      varchar(10000000) not null
);
