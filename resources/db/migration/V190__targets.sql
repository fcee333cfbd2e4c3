-- The versions of whom something is referred to and who can order something, as canonical JSON; the newest is in force.
-- Who made one and when is said by its entry.
create table target_plan (
    version   int not null primary key,
    body      varchar(1000000) not null,
    event_seq bigint not null
);
create index target_plan_by_event on target_plan (event_seq);
