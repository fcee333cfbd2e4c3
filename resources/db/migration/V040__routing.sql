-- The versions of queues and routing rules, as canonical JSON; the newest is in force. Who made one and when is said by
-- its entry.
create table routing_plan (
    version   int not null primary key,
    body      varchar(1000000) not null,
    event_seq bigint not null
);
create index routing_plan_by_event on routing_plan (event_seq);

-- How far the waiting cases have been moved to where a version puts them: through this case, or all.
create table routing_move (
    version  int not null primary key,
    through  bigint not null,
    finished boolean not null
);

-- What people can judge, as codes separated by spaces; empty for everything.
create table person_skill (
    name      varchar(60) not null primary key,
    languages varchar(4000) not null,
    sections  varchar(4000) not null,
    event_seq bigint not null
);
create index person_skill_by_event on person_skill (event_seq);
