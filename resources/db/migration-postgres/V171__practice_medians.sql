-- What everybody's attempts at a set came to in the middle, and of how many people; practice.sql lets whoever practises ask,
-- who may not see the runs themselves. Of fewer than three people it says nothing.
create function practice.medians(wanted varchar) returns table (attempt int, median double precision, people int)
language sql stable as $$
    select r.attempt, percentile_cont(0.5) within group (order by r.hundredths), count(distinct r.person)::int
      from practice.run r
     where r.set_id = wanted and r.state = 'FINISHED' and r.missed_of is null and r.hundredths is not null
     group by r.attempt
    having count(distinct r.person) >= 3
     order by r.attempt
$$;
