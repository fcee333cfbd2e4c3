-- Who has which case open now, so that colleagues know of one another. Forgotten when the case is left, or by its age.
create table viewing (
    person  varchar(200) not null primary key,
    case_id bigint not null,
    seen_at bigint not null
);
create index viewing_of_case on viewing (case_id, seen_at);
