-- What a person has looked at on one of their own local days, half hour by half hour (slot 0 to 47). It follows from
-- looks and is the person's own: the log does not tell of it, so that it can be forgotten.
create table exposure (
    person   varchar(200) not null,
    own_day  int not null,
    slot     int not null,
    form     varchar(20) not null,
    severity varchar(20) not null,
    looks    int not null,
    millis   bigint not null,
    weighted bigint not null,
    primary key (person, own_day, slot, form, severity)
);

-- weighted: the person's exposure of that day when the break began.
create table break_taken (
    id         varchar(36) not null primary key,
    person     varchar(200) not null,
    own_day    int not null,
    started_at bigint not null,
    ended_at   bigint,
    weighted   bigint not null
);
create index break_taken_of_day on break_taken (person, own_day);

-- Chapters and sections that a person chose not to be offered, without a reason.
create table not_offered (
    person varchar(200) not null,
    code   varchar(10) not null,
    primary key (person, code)
);

-- Cases of high and critical severity that a person has looked at or decided lately, for the rotation.
create table severe_work (
    person    varchar(200) not null,
    case_id   bigint not null,
    at        bigint not null,
    looked_ms bigint not null,
    active_ms bigint not null,
    primary key (person, case_id)
);
create index severe_work_by_time on severe_work (person, at);
