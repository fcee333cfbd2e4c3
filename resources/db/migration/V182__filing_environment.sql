-- Where reports to NCMEC go: the newest row that holds. One for PRODUCTION holds once somebody else confirmed it.
create table filing_environment (
    id           varchar(36) not null primary key,
    environment  varchar(20) not null,
    asked_by     varchar(200) not null,
    asked_at     bigint not null,
    confirmed_by varchar(200),
    confirmed_at bigint,
    event_seq    bigint not null
);
create index filing_environment_by_event on filing_environment (event_seq);

-- What NCMEC gave to sign in with, one an environment. It lies in the encrypted store and nowhere else.
create table filing_login (
    environment varchar(20) not null primary key,
    login_name  varchar(200) not null,
    login_word  varchar(1000) not null,
    set_by      varchar(200) not null,
    set_at      bigint not null
);
