-- Who may what of practice, kept by the server itself. Run after erasure.sql; it says the same when it is run again. Who
-- trains makes sets and sees everybody's runs; who practises sees their own, and no key before the answer to it is in.
create or replace function practice.trains() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select not desk_bound()
        or exists (select 1
                     from person p
                    where p.name = session_user and not p.disabled
                      and string_to_array(p.roles, ' ') && array['TEAM_LEAD', 'TRAINER'])
$$;

create or replace function practice.practises() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select not desk_bound()
        or exists (select 1
                     from person p
                    where p.name = session_user and not p.disabled
                      and string_to_array(p.roles, ' ') && array['REVIEWER', 'TEAM_LEAD', 'TRAINER'])
$$;

-- Whether a run is this person's own.
create or replace function practice.owns(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from practice.run r where r.id = wanted and r.person = session_user)
$$;

-- Sets whose items this person may read: who was neither asked nor may begin by themselves learns none of them, since one
-- may lie among the cases as a hidden test.
create or replace function practice.sets_shown() returns varchar[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(s.id), '{}')
      from practice.practice_set s
     where s.state <> 'DRAFT'
       and (exists (select 1 from practice.run r where r.set_id = s.id and r.person = session_user)
            or exists (select 1
                         from practice.assignment a
                         join practice.assignee p on p.assignment_id = a.id
                        where a.set_id = s.id and p.person = session_user and a.withdrawn_at is null)
            or s.state = 'PUBLISHED'
               and exists (select 1
                             from practice.set_version v
                            where v.set_id = s.id and v.version = s.newest and (v.body::json ->> 'open')::boolean))
$$;

create or replace function practice.keys_shown(wanted varchar, only_this varchar, only_too varchar)
returns table (item_id varchar, body varchar) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select i.item_id, k.body
      from practice.run r
      join practice.run_item i on i.run_id = r.id
      join practice.run_answer a on a.run_id = r.id and a.item_id = i.item_id
      join practice.set_item s
        on s.set_id = r.set_id and s.item_id = i.item_id and s.since <= r.version and s.until > r.version
      join practice.item_key k on k.set_id = s.set_id and k.item_id = s.item_id and k.since < s.until
     where r.id = wanted and (only_this = '' or i.item_id = only_this)
       and not exists (select 1
                         from practice.item_key l
                        where l.set_id = k.set_id and l.item_id = k.item_id and l.since < s.until
                          and l.since > k.since)
       and ((select practice.trains())
            or r.person = session_user
               and (r.state = 'FINISHED' or r.feedback = 'AT_ONCE'
                    or r.feedback = 'AFTER_SECTION'
                       and not exists (select 1
                                         from practice.run_item o
                                        where o.run_id = r.id and o.section = i.section
                                          and not exists (select 1
                                                            from practice.run_answer b
                                                           where b.run_id = o.run_id and b.item_id = o.item_id))))
$$;

-- Medians alone, of three people or more, to whoever practises: whose scores they are cannot be told from it.
create or replace function practice.medians(wanted varchar)
returns table (attempt int, median double precision, people int) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select r.attempt, percentile_cont(0.5) within group (order by r.hundredths), count(distinct r.person)::int
      from practice.run r
      join practice.practice_set s on s.id = r.set_id
     where r.set_id = wanted and r.state = 'FINISHED' and r.missed_of is null and r.hundredths is not null
       and practice.practises() and (s.state <> 'DRAFT' or practice.trains())
     group by r.attempt
    having count(distinct r.person) >= 3
     order by r.attempt
$$;

create or replace function practice.may_be_copied(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select practice.practises()
       and exists (select 1 from item i where i.id = wanted)
       and not exists (select 1 from open_case c where c.item_id = wanted and (c.child_safety or c.sealed))
       and not exists (select 1 from erased e where e.what = 'CONTENT' and e.subject = wanted)
$$;

create or replace function practice.source_stands(wanted_set varchar, wanted_item varchar)
returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select bool_and(practice.may_be_copied(s.source_item))
                       from practice.item_source s
                      where s.set_id = wanted_set and s.item_id = wanted_item), true)
$$;

-- Copies go with their source: in the act that erases it, and once it may be copied no more.
create or replace function practice.erase_copies(wanted varchar) returns int language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not desk_erases() and not (practice.trains() and not practice.may_be_copied(wanted)) then
        perform desk_refuse('copies of what is still there');
    end if;
    return practice.let_go(wanted);
end $$;

create or replace function practice.erase_names(names varchar[]) returns int language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not desk_erases() then
        perform desk_refuse('names taken out of what others wrote');
    end if;
    return practice.without_names(names);
end $$;

-- To who answers a person concerned, and to who trains.
create or replace function practice.notes_about(wanted varchar) returns table (at bigint, words varchar)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select n.at, n.words
      from practice.item_source s
      join practice.run r on r.set_id = s.set_id
      join practice.note n on n.run_id = r.id and n.item_id = s.item_id
     where s.source_item = wanted and n.words <> '' and (not desk_bound() or desk_erases() or practice.trains())
     order by n.at, n.id
$$;

-- A run is begun by who was asked to, or through a set that is open, or through what was missed before; and is over once.
create or replace function practice.guards_run() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if practice.trains() and (tg_op = 'UPDATE' or new.person = session_user or not desk_bound()) then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.person <> session_user or new.state <> 'RUNNING' or new.answered <> 0 or new.hundredths is not null
            or not practice.practises()
            or not exists (select 1
                             from practice.practice_set s
                             join practice.set_version v on v.set_id = s.id and v.version = s.newest
                            where s.id = new.set_id and s.state = 'PUBLISHED' and s.newest = new.version
                              and ((v.body::json ->> 'open')::boolean
                                   or exists (select 1
                                                from practice.assignment a
                                                join practice.assignee p on p.assignment_id = a.id
                                               where a.id = new.assignment_id and a.set_id = s.id
                                                 and p.person = session_user and a.withdrawn_at is null
                                                 and (a.attempts = 0
                                                      or a.attempts > (select count(*)
                                                                         from practice.run r
                                                                        where r.assignment_id = a.id
                                                                          and r.person = session_user)))
                                   or exists (select 1
                                                from practice.run r
                                               where r.id = new.missed_of and r.person = session_user
                                                 and r.state = 'FINISHED')))
        then
            perform desk_refuse('a run that nobody asked for');
        end if;
        return new;
    end if;
    if (new.id, new.assignment_id, new.set_id, new.version, new.person, new.attempt, new.seed, new.missed_of,
            new.feedback, new.started_at, new.items)
        is distinct from (old.id, old.assignment_id, old.set_id, old.version, old.person, old.attempt, old.seed,
            old.missed_of, old.feedback, old.started_at, old.items)
        or old.state = 'FINISHED' and (new.state <> 'FINISHED' or old.hundredths is not null)
        or new.answered > (select count(*) from practice.run_answer a where a.run_id = new.id)
    then
        perform desk_refuse('a run that would become another');
    end if;
    return new;
end $$;
create or replace trigger guard before insert or update on practice.run
    for each row execute function practice.guards_run();

-- Items come as the run is begun; an answer is to one of them, while the run goes on.
create or replace function practice.guards_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    fits boolean;
begin
    if not desk_bound() then
        return new;
    end if;
    -- Each apart: the tables have other columns.
    if tg_table_name = 'run_item' then
        fits := exists (
            select 1
              from practice.run r
              join practice.set_item s
                on s.set_id = r.set_id and s.item_id = new.item_id and s.since <= r.version and s.until > r.version
             where r.id = new.run_id and r.person = session_user and r.state = 'RUNNING' and r.answered = 0);
    elsif tg_table_name = 'run_answer' then
        fits := exists (
            select 1
              from practice.run r
              join practice.run_item i on i.run_id = r.id and i.item_id = new.item_id
             where r.id = new.run_id and r.person = session_user and r.state = 'RUNNING');
    else
        fits := exists (
            select 1
              from practice.run r
              join practice.run_answer a on a.run_id = r.id and a.item_id = new.item_id
             where r.id = new.run_id and r.person = session_user and r.set_id = new.set_id);
    end if;
    if not fits then
        perform desk_refuse('a part of no run of this person''s');
    end if;
    return new;
end $$;
create or replace trigger guard before insert on practice.run_item
    for each row execute function practice.guards_part();
create or replace trigger guard before insert on practice.run_answer
    for each row execute function practice.guards_part();
create or replace trigger guard before insert on practice.dispute
    for each row execute function practice.guards_part();

-- Nobody certifies themselves, and what was given stays what it was.
create or replace function practice.guards_certificate() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (tg_op = 'INSERT' and (new.given_by <> session_user or new.person = session_user)
        or tg_op = 'UPDATE'
            and ((new.id, new.certification, new.person, new.from_at, new.until_at, new.runs, new.given_by)
                    is distinct from (old.id, old.certification, old.person, old.from_at, old.until_at, old.runs, old.given_by)
                or new.taken_back_by <> session_user))
    then
        perform desk_refuse('a certificate that is not this person''s to give');
    end if;
    return new;
end $$;
create or replace trigger guard before insert or update on practice.certificate
    for each row execute function practice.guards_certificate();

do $$
declare
    trains text := '(select practice.trains())';
    -- What one sees, what one may write.
    seen text[][] := array[
        ['practice_set', format('%s or state <> ''DRAFT''', trains), trains],
        ['set_version', format('%s or exists (select 1 from practice.practice_set s where s.id = set_id)', trains), trains],
        ['set_item', format('%s or set_id = any ((select practice.sets_shown())::varchar[])', trains), trains],
        ['item_source', trains, trains], ['set_secret', trains, trains], ['item_key', trains, trains],
        ['key_agreed', trains, trains],
        ['assignment', format('%s or exists (select 1 from practice.assignee p where p.assignment_id = id)', trains), trains],
        ['assignee', format('%s or person = session_user', trains), trains],
        ['run', format('%s or person = session_user', trains), format('%s or person = session_user', trains)],
        ['run_item', format('%s or practice.owns(run_id)', trains), 'practice.owns(run_id)'],
        ['run_answer', format('%s or practice.owns(run_id)', trains), 'practice.owns(run_id)'],
        ['run_draft', 'practice.owns(run_id)', 'practice.owns(run_id)'],
        ['run_look', 'practice.owns(run_id)', 'practice.owns(run_id)'],
        ['dispute', format('%s or person = session_user', trains),
            format('%s or person = session_user and state = ''OPEN''', trains)],
        ['rescored', format('%s or person = session_user', trains), trains],
        ['note', format('%s or person = session_user', trains),
            format('%s and (by_whom = session_user or not desk_bound()) and exists (select 1 from practice.run r'
                || ' where r.id = run_id and r.person = note.person and r.state = ''FINISHED'')'
                || ' and (item_id is null or exists (select 1 from practice.run_item i'
                || ' where i.run_id = note.run_id and i.item_id = note.item_id))', trains)],
        ['certification', 'true', trains],
        ['certificate', format('%s or person = session_user', trains), trains],
        ['hidden_share', trains, trains], ['hidden_test', trains, trains], ['hidden_dropped', trains, trains],
        ['journal', trains, 'person = session_user']];
    one text[];
begin
    foreach one slice 1 in array seen loop
        execute format('alter table practice.%I enable row level security', one[1]);
        execute format('drop policy if exists seen on practice.%I', one[1]);
        execute format('create policy seen on practice.%I for select using (%s)', one[1], one[2]);
        execute format('drop policy if exists written on practice.%I', one[1]);
        execute format('create policy written on practice.%I for insert with check (%s)', one[1], one[3]);
        execute format('drop policy if exists changed on practice.%I', one[1]);
        execute format('create policy changed on practice.%I for update using (%s) with check (%s)', one[1], one[3], one[3]);
        execute format('drop policy if exists gone on practice.%I', one[1]);
        execute format('create policy gone on practice.%I for delete using (%s)', one[1], one[3]);
    end loop;
end $$;

-- What exports and figures leave out is known to who may make them, and else to nobody: seen by who owns the tables, so
-- that an administrator's exports leave out what they may not read.
create or replace view practice.left_out with (security_barrier) as
    select t.item_id
      from practice.hidden_test t
     where practice.trains()
        or exists (select 1
                     from public.person p
                    where p.name = session_user and not p.disabled
                      and string_to_array(p.roles, ' ') @> array['ADMINISTRATOR']
                      and not string_to_array(p.roles, ' ') @> array['REVIEWER']);

-- A ruling is a trainer's, and never of who questions the key.
drop policy if exists changed on practice.dispute;
create policy changed on practice.dispute for update
    using (practice.trains() and (person <> session_user or not desk_bound()))
    with check (practice.trains() and (person <> session_user or not desk_bound()));

revoke all on all tables in schema practice from public, ${reviewer}, ${lead}, ${intake}, ${cleared}, ${admin};
revoke all on schema practice from public;
revoke all on all functions in schema practice from public;
grant usage on schema practice to ${reviewer};
grant execute on all functions in schema practice to ${reviewer};
revoke execute on function practice.let_go(varchar), practice.without_names(varchar[]) from ${reviewer};
grant select on all tables in schema practice to ${reviewer};
grant insert on practice.practice_set, practice.set_version, practice.set_item, practice.item_source, practice.set_secret,
    practice.item_key, practice.key_agreed, practice.assignment, practice.assignee, practice.run, practice.run_item,
    practice.run_answer, practice.run_draft, practice.run_look, practice.dispute, practice.rescored,
    practice.certification, practice.certificate, practice.note, practice.journal to ${reviewer};
grant update (state, newest) on practice.practice_set to ${reviewer};
grant update (body, items) on practice.set_version to ${reviewer};
grant update (until) on practice.set_item, practice.item_key to ${reviewer};
grant delete on practice.set_item, practice.item_source, practice.item_key, practice.key_agreed, practice.run_draft,
    practice.certification to ${reviewer};
grant update (withdrawn_at) on practice.assignment to ${reviewer};
grant update (state, ended_at, paused_at, paused_ms, answered, hundredths, right_items, severe, passed, scored_by)
    on practice.run to ${reviewer};
grant update (state, ruled_by, ruled_at, ruling, version) on practice.dispute to ${reviewer};
grant update (withdrawn) on practice.certification to ${reviewer};
grant update (taken_back_at, taken_back_by) on practice.certificate to ${reviewer};
grant insert on practice.hidden_share, practice.hidden_test, practice.hidden_dropped to ${reviewer};
grant update (one_in, sets, seed, seen, set_by, set_at) on practice.hidden_share to ${reviewer};
grant delete on practice.hidden_test to ${reviewer};
grant usage on schema practice to ${admin};
grant select on practice.left_out to ${admin};
grant execute on function practice.trains(), practice.erase_copies(varchar), practice.erase_names(varchar[]),
    practice.notes_about(varchar) to ${admin};

-- Who trains brings sets in, and the files of their items with them.
drop policy if exists kept on public.media_key;
create policy kept on public.media_key as restrictive for insert
    with check (public.desk_is('${intake}') or practice.trains());
grant insert on public.media_key to ${reviewer};
