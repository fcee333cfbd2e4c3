-- NCMEC's own schema, as somebody fetched it from there last; an entry of the log names its SHA-256.
create table filing_schema (
    id         int not null primary key,
    body       text not null,
    sha256     varchar(64) not null,
    fetched_by varchar(200) not null,
    fetched_at bigint not null
);
