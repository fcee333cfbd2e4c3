-- What a trainer says to somebody about a run of theirs that is over. Stays as it was said.
create table practice.note (
    id      varchar(36) not null primary key,
    run_id  varchar(36) not null,
    person  varchar(200) not null,
    by_whom varchar(200) not null,
    at      bigint not null,
    words   varchar(2000) not null
);
create index note_of_run on practice.note (run_id, at);
create index note_of_person on practice.note (person, at);
