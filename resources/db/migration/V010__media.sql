-- The key of each media file that the desk holds, by the SHA-256 of the file; without its key a file is gone.
create table media_key (
    sha256 char(64) not null primary key,
    secret char(64) not null,
    bytes  bigint not null
);
