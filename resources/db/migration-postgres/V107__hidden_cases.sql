-- How many open cases concern child safety, which counts leave out for who may not know of them. rights.sql lets it count
-- rows that it does not show.
create function desk_hidden_cases() returns table (state varchar, severity int, queue varchar, amount bigint)
language sql stable as $$
    select c.state, c.severity::int, c.queue, count(*)
      from open_case c
     where c.child_safety = true and c.state in ('WAITING', 'LEASED')
     group by c.state, c.severity, c.queue
$$;
