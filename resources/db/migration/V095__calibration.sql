-- A calibration session: cases that several people decide apart. state: OPEN while they do, CLOSED once their answers
-- are laid side by side, RULED when the lead has said what is right. title: id of a personal_text.
create table calibration_session (
    id          varchar(36) not null primary key,
    title       varchar(36) not null,
    made_by     varchar(200) not null,
    made_at     bigint not null,
    due_at      bigint not null,
    state       varchar(10) not null,
    names_shown boolean not null,
    closed_at   bigint,
    ruled_at    bigint,
    event_seq   bigint not null
);
create index calibration_session_by_time on calibration_session (made_at, id);
create index calibration_session_by_event on calibration_session (event_seq);

-- source: ADDED, DIFFERENCE, UNCLEAR_CLAUSE. first_person: who made the decision, and so has no answer to give.
create table calibration_case (
    session_id   varchar(36) not null,
    position     int not null,
    decision_id  varchar(36) not null,
    item_id      varchar(200) not null,
    first_person varchar(200) not null,
    source       varchar(20) not null,
    child_safety boolean not null,
    event_seq    bigint not null,
    primary key (session_id, position)
);
create index calibration_case_of_decision on calibration_case (decision_id);
create index calibration_case_by_event on calibration_case (event_seq);

-- Who is asked, in an order drawn by lot: seat 1 is letter A.
create table calibration_seat (
    session_id varchar(36) not null,
    seat       int not null,
    person     varchar(200) not null,
    event_seq  bigint not null,
    primary key (session_id, seat)
);
create index calibration_seat_of_person on calibration_seat (person, session_id);
create index calibration_seat_by_event on calibration_seat (event_seq);

-- That somebody has answered, and not what. sealed: SHA-256 of the answer's salt and body.
create table calibration_turn (
    session_id varchar(36) not null,
    position   int not null,
    person     varchar(200) not null,
    at         bigint not null,
    sealed     char(64) not null,
    event_seq  bigint not null,
    primary key (session_id, position, person)
);
create index calibration_turn_by_event on calibration_turn (event_seq);

-- Beside the log: what they answered, while the session is open; seen by nobody else, and gone once it is closed.
-- body: the proposal as canonical JSON, each free text replaced by its number in words, a JSON list.
create table calibration_vote (
    session_id varchar(36) not null,
    position   int not null,
    person     varchar(200) not null,
    item_id    varchar(200) not null,
    at         bigint not null,
    active_ms  bigint not null,
    salt       char(32) not null,
    body       varchar(1000000) not null,
    words      varchar(1000000) not null,
    primary key (session_id, position, person)
);

-- The same once the session is closed. words: ids of personal_text, by their numbers, separated by spaces.
create table calibration_answer (
    session_id varchar(36) not null,
    position   int not null,
    seat       int not null,
    item_id    varchar(200) not null,
    outcome    varchar(20) not null,
    at         bigint not null,
    active_ms  bigint not null,
    body       varchar(1000000) not null,
    words      varchar(40000) not null,
    event_seq  bigint not null,
    primary key (session_id, position, seat)
);
create index calibration_answer_by_event on calibration_answer (event_seq);

create table calibration_remark (
    id         varchar(36) not null primary key,
    session_id varchar(36) not null,
    position   int not null,
    item_id    varchar(200) not null,
    person     varchar(200) not null,
    at         bigint not null,
    words      varchar(36) not null,
    event_seq  bigint not null
);
create index calibration_remark_of_case on calibration_remark (session_id, position, at);
create index calibration_remark_by_event on calibration_remark (event_seq);

-- What a lead ruled of a case: a precedent for its clauses, which are separated by spaces, until it is withdrawn.
-- reason, second_reason, withdrawn_why: ids of personal_text. replacement: the decision that took the first one's place.
create table ruling (
    id              varchar(36) not null primary key,
    session_id      varchar(36) not null,
    position        int not null,
    decision_id     varchar(36) not null,
    item_id         varchar(200) not null,
    child_safety    boolean not null,
    edition         varchar(20) not null,
    section         varchar(10) not null,
    clauses         varchar(2000) not null,
    outcome         varchar(20) not null,
    ground          varchar(40),
    carve_out       varchar(20),
    language        varchar(10) not null,
    reason          varchar(36) not null,
    second_language varchar(10),
    second_reason   varchar(36),
    ruled_by        varchar(200) not null,
    ruled_at        bigint not null,
    state           varchar(10) not null,
    withdrawn_by    varchar(200),
    withdrawn_at    bigint,
    withdrawn_why   varchar(36),
    replacement     varchar(36),
    event_seq       bigint not null
);
create index ruling_by_time on ruling (state, ruled_at, id);
create index ruling_of_case on ruling (session_id, position);
create index ruling_by_event on ruling (event_seq);
