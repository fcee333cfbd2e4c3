-- How much somebody has looked on a day of theirs, in weighted milliseconds. rights.sql lets it answer a lead about others.
create function desk_used(wanted varchar, wanted_day int) returns bigint language sql stable as $$
    select coalesce(sum(weighted), 0)::bigint from exposure where person = wanted and own_day = wanted_day
$$;
