-- Beside the log: views of the decision log that people keep. body: canonical JSON of filter, order and columns.
create table log_view (
    id     varchar(36) not null primary key,
    person varchar(200) not null,
    name   varchar(60) not null,
    shared boolean not null,
    body   varchar(100000) not null
);
create index log_view_of_person on log_view (person);
