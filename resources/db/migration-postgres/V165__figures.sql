-- What figures of quality review are made of, for who sees figures and no single answer; rights.sql lets it count rows that
-- it does not show.
create function desk_blind_pairs(since bigint, until bigint)
    returns table (decision_id varchar, item_id varchar, first_person text, section varchar, child_safety boolean,
                   outcome varchar, first_body text, person text, second_outcome varchar, second_body text, at bigint)
language sql stable as $$
    select null::varchar, null::varchar, null::text, null::varchar, null::boolean, null::varchar, null::text, null::text,
           null::varchar, null::text, null::bigint
     where false
$$;

create function desk_quality_states(after bigint, most int)
    returns table (decision_id varchar, state varchar, event_seq bigint, child_safety boolean)
language sql stable as $$
    select null::varchar, null::varchar, null::bigint, null::boolean where false
$$;
