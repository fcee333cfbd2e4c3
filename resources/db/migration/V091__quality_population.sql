-- Beside the log: how many decisions passes have looked at, by day of the decision (since 1970, UTC) and stratum. A
-- decision counts in every stratum that it belongs to, and once under the empty one.
create table quality_population (
    decided_day  bigint not null,
    stratum      varchar(40) not null,
    child_safety boolean not null,
    decisions    bigint not null,
    primary key (decided_day, stratum, child_safety)
);

-- What was drawn of a period, for coverage.
create index quality_draw_by_decided on quality_draw (decided_at, stratum);
