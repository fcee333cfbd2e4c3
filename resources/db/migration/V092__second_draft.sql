-- Of several people who held a second review one after the other, each keeps answers of their own.
drop table second_draft;
create table second_draft (
    review_id varchar(36) not null,
    person    varchar(200) not null,
    saved_at  bigint not null,
    body      varchar(10000000) not null,
    primary key (review_id, person)
);
