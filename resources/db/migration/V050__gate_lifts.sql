-- That somebody need not wait for a break at the whole of their budget, on one of that person's own days.
-- reason: id of a personal_text.
create table gate_lift (
    person    varchar(200) not null,
    own_day   int not null,
    lifted_by varchar(200) not null,
    lifted_at bigint not null,
    reason    varchar(36) not null,
    event_seq bigint not null,
    primary key (person, own_day)
);
create index gate_lift_by_event on gate_lift (event_seq);
