-- The people of this desk. folded: the name without case and compatibility forms, so that no two look alike.
-- roles: their names in alphabetical order, separated by spaces.
create table person (
    name           varchar(60) not null primary key,
    folded         varchar(200) not null unique,
    roles          varchar(200) not null,
    child_safety   boolean not null,
    disabled       boolean not null,
    must_change    boolean not null,
    on_shift_since bigint,
    event_seq      bigint not null
);
create index person_by_event on person (event_seq);

-- Beside the log, which never holds a password's hash. hash: Argon2id in its usual text form.
create table person_password (
    folded varchar(200) not null primary key,
    hash   varchar(200) not null
);

-- Wrong tries since the last right one, and until when the next has to wait. name_hash: SHA-256 of the folded name, since
-- what is typed there may be a password. Also of names that nobody has.
create table sign_in_try (
    name_hash char(64) not null primary key,
    wrong     int not null,
    at        bigint not null,
    until_at  bigint not null
);
create index sign_in_try_by_time on sign_in_try (at);
