-- body: canonical JSON of the whole proposal in the form of decision-rules, its free text replaced by ids of personal_text.
create table decision (
    id           varchar(36) not null primary key,
    case_id      bigint not null,
    item_id      varchar(200) not null,
    item_version int not null,
    edition      varchar(20) not null,
    person       varchar(200) not null,
    outcome      varchar(20) not null,
    ground       varchar(40),
    state        varchar(20) not null,
    replaces     varchar(36),
    at           bigint not null,
    release_at   bigint not null,
    active_ms    bigint not null,
    body         text not null,
    event_seq    bigint not null
);
create index decision_of_item on decision (item_id, at);
create index decision_of_case on decision (case_id, at);
create index decision_of_person on decision (person, at);
create index decision_by_time on decision (at, id);
create index decision_by_state on decision (state, at);
create index decision_by_event on decision (event_seq);

create table decision_answer (
    decision_id varchar(36) not null,
    rule        varchar(10) not null,
    answer      varchar(10) not null,
    note        varchar(36),
    event_seq   bigint not null,
    primary key (decision_id, rule)
);
create index decision_answer_by_rule on decision_answer (rule, answer, decision_id);
create index decision_answer_by_event on decision_answer (event_seq);

create table evidence_mark (
    decision_id varchar(36) not null,
    position    int not null,
    clause      varchar(10) not null,
    body        varchar(4000) not null,
    event_seq   bigint not null,
    primary key (decision_id, position)
);
create index evidence_mark_by_event on evidence_mark (event_seq);

-- type: REMOVAL, WITHHOLD, REACH_LIMIT or an account measure.
create table measure (
    id          varchar(36) not null primary key,
    decision_id varchar(36) not null,
    item_id     varchar(200) not null,
    account_id  varchar(200),
    type        varchar(30) not null,
    state       varchar(20) not null,
    release_at  bigint not null,
    until_at    bigint,
    expires_at  bigint,
    body        varchar(4000) not null,
    event_seq   bigint not null
);
create index measure_of_account on measure (account_id, release_at);
create index measure_of_decision on measure (decision_id);
create index measure_by_event on measure (event_seq);

create table referral (
    id             varchar(36) not null primary key,
    decision_id    varchar(36) not null,
    item_id        varchar(200) not null,
    target         varchar(30) not null,
    threat_to_life boolean not null,
    why            varchar(36),
    state          varchar(20) not null,
    release_at     bigint not null,
    event_seq      bigint not null
);
create index referral_of_decision on referral (decision_id);
create index referral_by_state on referral (state, release_at);
create index referral_by_event on referral (event_seq);

-- One uncovering of content: by whom, in which form, for how long (milliseconds).
create table look (
    id         varchar(36) not null primary key,
    case_id    bigint not null,
    item_id    varchar(200) not null,
    version    int not null,
    media      int not null,
    person     varchar(200) not null,
    form       varchar(20) not null,
    at         bigint not null,
    millis     bigint not null,
    event_seq  bigint not null
);
create index look_of_case on look (case_id, at);
create index look_by_event on look (event_seq);
