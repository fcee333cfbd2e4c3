-- Practice has a schema of its own, and nothing joins across it. Nothing here follows from the event log: a set's versions,
-- and the journal, tell what was changed, when and by whom. Times in milliseconds since 1970.
create schema practice;

-- state: DRAFT, PUBLISHED, ARCHIVED. newest: its newest version. shipped: by which name it came with the desk.
create table practice.practice_set (
    id      varchar(36) not null primary key,
    number  int not null,
    state   varchar(10) not null,
    newest  int not null,
    shipped varchar(60),
    made_by varchar(200) not null,
    made_at bigint not null
);
create unique index practice_set_by_number on practice.practice_set (number);

-- body: the terms as canonical JSON. why: what changed, as a JSON object by language.
create table practice.set_version (
    set_id  varchar(36) not null,
    version int not null,
    body    varchar(100000) not null,
    items   int not null,
    made_by varchar(200) not null,
    made_at bigint not null,
    why     varchar(20000) not null,
    primary key (set_id, version)
);

-- An item in the versions from since to before until; what is there still has no end yet. body: title and content.
create table practice.set_item (
    set_id   varchar(36) not null,
    item_id  varchar(200) not null,
    since    int not null,
    until    int not null,
    position int not null,
    section  varchar(20) not null,
    body     varchar(1000000) not null,
    primary key (set_id, item_id, since)
);
create index set_item_in_order on practice.set_item (set_id, position, item_id, since, until);

-- Where a picked item came from, in any version: known to trainers alone.
create table practice.item_source (
    set_id      varchar(36) not null,
    item_id     varchar(200) not null,
    source_item varchar(200) not null,
    decision_id varchar(36) not null,
    primary key (set_id, item_id, source_item)
);
create index item_source_by_source on practice.item_source (source_item);

-- What pseudonyms of picked items are made with, so that one name has one of them throughout a set.
create table practice.set_secret (
    set_id varchar(36) not null primary key,
    secret varchar(64) not null
);

-- What may be answered to an item, in the versions from since to before until.
create table practice.item_key (
    set_id     varchar(36) not null,
    item_id    varchar(200) not null,
    since      int not null,
    until      int not null,
    body       varchar(1000000) not null,
    written_by varchar(200) not null,
    written_at bigint not null,
    primary key (set_id, item_id, since)
);

-- Other trainers who stand for a key as well.
create table practice.key_agreed (
    set_id  varchar(36) not null,
    item_id varchar(200) not null,
    since   int not null,
    person  varchar(200) not null,
    at      bigint not null,
    primary key (set_id, item_id, since, person)
);

-- attempts: 0 = as many as they like. feedback: AT_ONCE, AFTER_SECTION, AT_THE_END.
create table practice.assignment (
    id           varchar(36) not null primary key,
    set_id       varchar(36) not null,
    whom         varchar(400) not null,
    due          bigint,
    attempts     int not null,
    shuffled     boolean not null,
    time_shown   boolean not null,
    feedback     varchar(20) not null,
    made_by      varchar(200) not null,
    made_at      bigint not null,
    withdrawn_at bigint
);
create index assignment_of_set on practice.assignment (set_id, made_at);

create table practice.assignee (
    assignment_id varchar(36) not null,
    person        varchar(200) not null,
    primary key (assignment_id, person)
);
create index assignee_by_person on practice.assignee (person, assignment_id);

-- state: RUNNING, PAUSED, FINISHED. paused_ms: for how long it was paused before paused_at. missed_of: the run whose missed items this one is about. The score is that of the
-- newest key that it was scored by.
create table practice.run (
    id            varchar(36) not null primary key,
    assignment_id varchar(36),
    set_id        varchar(36) not null,
    version       int not null,
    person        varchar(200) not null,
    attempt       int not null,
    state         varchar(10) not null,
    seed          bigint not null,
    missed_of     varchar(36),
    time_shown    boolean not null,
    feedback      varchar(20) not null,
    started_at    bigint not null,
    ended_at      bigint,
    paused_at     bigint,
    paused_ms     bigint not null,
    items         int not null,
    answered      int not null,
    hundredths    int,
    right_items   int,
    severe        int,
    passed        boolean,
    scored_by     int
);
create unique index run_of_person on practice.run (person, set_id, attempt);
create index run_of_set on practice.run (set_id, started_at, id);
create index run_of_assignment on practice.run (assignment_id);

create table practice.run_item (
    run_id  varchar(36) not null,
    place   int not null,
    item_id varchar(200) not null,
    section varchar(20) not null,
    primary key (run_id, place)
);
create unique index run_item_by_item on practice.run_item (run_id, item_id);

-- body: the proposal as canonical JSON; null once the item's source is erased.
create table practice.run_answer (
    run_id    varchar(36) not null,
    item_id   varchar(200) not null,
    at        bigint not null,
    active_ms bigint not null,
    body      varchar(1000000),
    primary key (run_id, item_id)
);

-- What is answered so far of the item that lies open.
create table practice.run_draft (
    run_id    varchar(36) not null,
    item_id   varchar(200) not null,
    active_ms bigint not null,
    body      varchar(1000000) not null,
    primary key (run_id, item_id)
);

-- Every uncovering of an item of a run; what it weighs is counted where looks of real cases are.
create table practice.run_look (
    id      varchar(36) not null primary key,
    run_id  varchar(36) not null,
    item_id varchar(200) not null,
    media   int not null,
    form    varchar(20) not null,
    at      bigint not null,
    millis  bigint not null
);
create index run_look_of_run on practice.run_look (run_id, item_id);

-- state: OPEN, KEPT, CHANGED. version: of the set that changed the key; 0 where none did.
create table practice.dispute (
    id       varchar(36) not null primary key,
    run_id   varchar(36) not null,
    set_id   varchar(36) not null,
    item_id  varchar(200) not null,
    person   varchar(200) not null,
    at       bigint not null,
    reason   varchar(4000) not null,
    state    varchar(10) not null,
    ruled_by varchar(200),
    ruled_at bigint,
    ruling   varchar(4000),
    version  int not null
);
create index dispute_of_set on practice.dispute (set_id, at);
create index dispute_by_state on practice.dispute (state, at, id);
create index dispute_of_person on practice.dispute (person, at);
create unique index dispute_of_run on practice.dispute (run_id, item_id);

-- A run whose score is another since a key was changed, and why.
create table practice.rescored (
    run_id  varchar(36) not null,
    version int not null,
    person  varchar(200) not null,
    set_id  varchar(36) not null,
    item_id varchar(200) not null,
    at      bigint not null,
    by_whom varchar(200) not null,
    why     varchar(4000) not null,
    was     int not null,
    passed  boolean not null,
    becomes int not null,
    passes  boolean not null,
    primary key (run_id, version)
);
create index rescored_of_person on practice.rescored (person, at);

-- sets: ids, separated by spaces.
create table practice.certification (
    name       varchar(60) not null primary key,
    title      varchar(2000) not null,
    sets       varchar(4000) not null,
    percent    int not null,
    valid_days int not null,
    withdrawn  boolean not null,
    made_by    varchar(200) not null,
    made_at    bigint not null
);

-- runs: ids, separated by spaces.
create table practice.certificate (
    id            varchar(36) not null primary key,
    certification varchar(60) not null,
    person        varchar(200) not null,
    from_at       bigint not null,
    until_at      bigint not null,
    runs          varchar(4000) not null,
    given_by      varchar(200) not null,
    taken_back_at bigint,
    taken_back_by varchar(200)
);
create index certificate_of_person on practice.certificate (person, certification, until_at);
create index certificate_by_end on practice.certificate (until_at);

-- Who changed what, in order.
create table practice.journal (
    seq     bigint generated by default as identity primary key,
    at      bigint not null,
    person  varchar(200) not null,
    act     varchar(30) not null,
    subject varchar(200) not null,
    facts   varchar(20000) not null
);
create index journal_of_subject on practice.journal (subject, seq);
