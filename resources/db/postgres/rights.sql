-- Who may what, kept by the server itself: a desktop that talks straight to a database has no server to trust. Run by
-- `store init` as the owner, after every migration; it says the same when it is run again.
-- ${owner}, ${reviewer}, ${lead}, ${intake}, ${cleared} and ${admin} are the roles of this database. Who may come in is a
-- ${reviewer}, also one whose only role is another.

-- Those who own the store (and the server's administrators) are not bound: they could take every rule away.
create or replace function desk_bound() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select not pg_has_role(session_user, '${owner}', 'member')
$$;

create or replace function desk_is(role name) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select pg_has_role(session_user, role, 'member')
$$;

-- Whether the person of this session decides: a trainer and an administrator look on.
create or replace function desk_decides() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from person p
                    where p.name = session_user and not p.disabled
                      and string_to_array(p.roles, ' ') && array['REVIEWER', 'TEAM_LEAD'])
$$;

-- Whether the person of this session may set how long data is kept, hold it, and erase what may go.
create or replace function desk_erases() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${admin}') and desk_is('${cleared}')
$$;

create or replace function desk_now() returns bigint language sql stable
set search_path = pg_catalog, public, pg_temp as $$
    select (extract(epoch from clock_timestamp()) * 1000)::bigint
$$;

-- How far a desk's clock may be from the server's, in milliseconds.
create or replace function desk_drift() returns bigint language sql immutable as $$ select 60000::bigint $$;

-- Whether the person of this session holds the case now, with the token that it has.
create or replace function desk_holds(wanted bigint) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from lease l
                     join open_case c on c.id = l.case_id and c.token = l.token
                    where l.case_id = wanted and l.holder = session_user and l.ends_at > desk_now() - desk_drift())
$$;

create or replace function desk_sees_case(wanted bigint) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${cleared}') or desk_holds(wanted)
        or not exists (select 1
                         from open_case c
                         join open_case other on other.item_id = c.item_id and other.child_safety
                        where c.id = wanted)
$$;

-- What is taken out of counters, which say no more of it, for who may not know of it.
create or replace function desk_hidden_cases() returns table (state varchar, severity int, queue varchar, amount bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.state, c.severity::int, c.queue, count(*)
      from open_case c
     where c.child_safety = true and c.state in ('WAITING', 'LEASED')
     group by c.state, c.severity, c.queue
$$;

create or replace function desk_sees_item(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${cleared}')
        or not exists (select 1
                         from open_case c
                        where c.item_id = wanted and c.child_safety and not desk_holds(c.id))
$$;

-- Which of these items, of which somebody has a file, are there and not theirs to see.
create or replace function desk_hides(wanted varchar[]) returns setof varchar language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select i.id from item i where desk_is('${intake}') and i.id = any (wanted) and not desk_sees_item(i.id)
$$;

create or replace function desk_sees_media(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${cleared}')
        or not exists (select 1 from item_media m where m.sha256 = wanted and not desk_sees_item(m.item_id))
$$;

-- The item, and the case, whose first decision this person reviews a second time right now: to them it is not there, nor
-- anything that tells of it. What they have answered in a transaction that is still open is not known to be answered.
create or replace function desk_blind_items() returns varchar[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(r.item_id), '{}')
      from second_review r
     where r.second_person = session_user and (r.state = 'TAKEN' or r.moved_in = txid_current_if_assigned())
$$;

create or replace function desk_blind_cases() returns bigint[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from open_case c where c.item_id = any (desk_blind_items())
$$;

create or replace function desk_sees_decision(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_sees_item(d.item_id) and d.item_id <> all (desk_blind_items()) from decision d where d.id = wanted
$$;

create or replace function desk_sees_event(wanted bigint) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select e.item_id is null
                         or desk_sees_item(e.item_id)
                            and (e.person = session_user or e.item_id <> all (desk_blind_items()))
                       from event e where e.seq = wanted), true)
$$;

-- Whether the queue has no members, or the person of this session is one, and holds the certificate that it demands, by
-- the routing in force.
create or replace function desk_admits(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select (named -> 'members' is null or jsonb_exists(named -> 'members', session_user::text))
                        and (named ->> 'certificate' is null
                             or exists (select 1
                                          from practice.certificate c
                                         where c.person = session_user and c.certification = named ->> 'certificate'
                                           and c.from_at <= desk_now() + desk_drift()
                                           and c.until_at > desk_now() - desk_drift() and c.taken_back_at is null))
                       from (select body::jsonb as body from routing_plan order by version desc limit 1) plan,
                            jsonb_array_elements(plan.body -> 'queues') named
                      where named ->> 'name' = wanted), true)
$$;

-- The edition in force, and its version; none while it is the one that came with the desk.
create or replace function desk_edition() returns table (name varchar, number int) language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select e.edition, e.version
      from edition e
     where e.from_at <= desk_now() and e.version = (select max(x.version) from edition x where x.edition = e.edition)
     order by e.from_at desc
     limit 1
$$;

-- Whether the person of this session has read what is new in the edition in force, where that must be before cases are taken.
create or replace function desk_has_read() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select not exists (select 1 from edition_duty where must_read)
        or not exists (select 1
                         from desk_edition() now
                        where not exists (select 1
                                            from edition_read r
                                           where r.person = session_user and r.edition = now.name
                                             and r.version = now.number))
$$;

create or replace function desk_refuse(why text) returns void language plpgsql as $$
begin
    raise exception 'the store refuses: %', why using errcode = 'insufficient_privilege';
end $$;

-- The log: each entry follows the last, in the name of who signed in, at the time it says.
create or replace function desk_guards_event() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    last record;
    told json;
begin
    if not desk_bound() then
        return new;
    end if;
    perform 1 from log_head where id = 1 for update;
    select e.seq, e.hash into last from event e order by e.seq desc limit 1;
    told := new.body::json;
    if new.seq <> coalesce(last.seq, 0) + 1
        or new.hash <> encode(sha256(convert_to(coalesce(last.hash, repeat('0', 64)) || new.body, 'UTF8')), 'hex')
    then
        perform desk_refuse('an entry that does not follow the last one');
    end if;
    if new.person <> session_user and not (new.person = 'desk' and new.kind = 'LEASE_ENDED')
        or told ->> 'by' is distinct from new.person
        or told ->> 'kind' is distinct from new.kind
        or (told ->> 'at')::bigint is distinct from new.at
        or (told ->> 'seq')::bigint is distinct from new.seq
        or (told ->> 'case')::bigint is distinct from new.case_id
        or told ->> 'item' is distinct from new.item_id
    then
        perform desk_refuse('an entry in another name, or that differs from its body');
    end if;
    if abs(new.at - desk_now()) > desk_drift() then
        perform desk_refuse('a clock that is wrong');
    end if;
    if (new.kind like 'PERSON_%' or new.kind in ('PASSWORD_RESET', 'TARGETS_CHANGED')) and not desk_is('${admin}')
        or (new.kind like 'RULING_%' or new.kind like 'CALIBRATION_%'
            and new.kind not in ('CALIBRATION_ANSWERED', 'CALIBRATION_REMARKED')) and not desk_is('${lead}')
        or (new.kind like 'RE_REVIEW_%' or new.kind like 'DOSSIER_%') and not desk_is('${lead}')
        or new.kind like 'FILING_%' and not desk_is('${cleared}')
        or new.kind like 'EMERGENCY_%' and not desk_decides()
        or (new.kind in ('EDITION_IMPORTED', 'EDITION_WITHDRAWN') or new.kind like 'ORDER_%') and not desk_is('${lead}') and not desk_is('${admin}')
        or new.kind in ('GATE_LIFTED', 'ROUTING_CHANGED', 'CASE_ROUTED', 'QUALITY_PLANNED', 'SAMPLED', 'SECOND_DROPPED',
            'DIFFERENCE_RESOLVED', 'DIFFERENCE_REOPENED') and not desk_is('${lead}')
        or new.kind = 'SECOND_COMPARED' and not desk_is('${lead}')
            and not exists (select 1 from second_review r
                             where r.id = told -> 'facts' ->> 'review' and r.item_id = new.item_id
                               and r.second_person = session_user and r.state in ('AGREED', 'DIFFERS'))
    then
        perform desk_refuse('an act that is not this person''s');
    end if;
    if new.kind in ('RESTORED', 'STORE_CREATED')
        or (new.kind in ('ERASED', 'RETENTION_RUN', 'HOLD_PLACED', 'HOLD_LIFTED', 'HOLD_EXTENDED', 'DESTROYED')
            or new.kind = 'SETTING_CHANGED' and told -> 'facts' ->> 'retention' is not null) and not desk_erases()
        or new.kind = 'SETTING_CHANGED' and not desk_is('${lead}') and not desk_is('${admin}')
    then
        perform desk_refuse('an act that is not this person''s');
    end if;
    return new;
end $$;

create or replace function desk_guards_head() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.id <> 1 or new.seq < old.seq
        or not exists (select 1 from event e where e.seq = new.seq and e.hash = new.hash)
        or new.seq < (select max(e.seq) from event e))
    then
        perform desk_refuse('a head that is not the last entry');
    end if;
    return new;
end $$;

-- An entry without its head would stop everybody's next act.
create or replace function desk_guards_end() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (select 1 from log_head where seq < new.seq) then
        perform desk_refuse('an entry that the head does not name');
    end if;
    return null;
end $$;

create or replace function desk_guards_case() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    held lease;
    mine boolean;
    ended boolean;
begin
    if not desk_bound() then
        return new;
    end if;
    if (new.id, new.item_id, new.kind, new.edition, new.opened_at)
            is distinct from (old.id, old.item_id, old.kind, old.edition, old.opened_at)
        or (old.child_safety and not new.child_safety or old.sealed and not new.sealed) and not desk_is('${lead}')
    then
        perform desk_refuse('a case that would become another');
    end if;
    if not desk_sees_case(old.id) then
        perform desk_refuse('a case without the clearance for it');
    end if;
    select * into held from lease l where l.case_id = old.id;
    mine := desk_holds(old.id);
    ended := held.case_id is null or held.ends_at <= desk_now() + desk_drift();
    if new.state = old.state and new.token = old.token and desk_is('${intake}') then
        return new;
    end if;
    -- Rules that a lead made bring waiting cases into other queues.
    if new.state = 'WAITING' and old.state = 'WAITING' and new.token = old.token and desk_is('${lead}')
        and (new.severity, new.sections, new.due_at, new.reports, new.child_safety, new.sealed)
            is not distinct from (old.severity, old.sections, old.due_at, old.reports, old.child_safety, old.sealed)
    then
        return new;
    end if;
    if new.state = 'LEASED' and new.token = old.token + 1 and old.state <> 'CLOSED'
        and (held.case_id is null or held.holder = session_user or held.ends_at <= desk_now() + desk_drift())
    then
        return new;
    end if;
    if new.token <> old.token then
        perform desk_refuse('a token that does not follow');
    end if;
    if mine and old.state = 'LEASED' and new.state in ('WAITING', 'CLOSED') then
        return new;
    end if;
    if ended and old.state = 'LEASED' and new.state = 'WAITING' then
        return new;
    end if;
    if old.state in ('CLOSED', 'WAITING') and new.state = 'WAITING'
        and exists (select 1 from decision d
                     where d.case_id = old.id and (d.person = session_user or desk_is('${lead}')))
    then
        return new;
    end if;
    perform desk_refuse('a case that this person does not hold');
    return null;
end $$;

create or replace function desk_guards_lease() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    now_ms bigint := desk_now();
    ended boolean;
begin
    if not desk_bound() then
        return coalesce(new, old);
    end if;
    ended := tg_op <> 'INSERT' and old.ends_at <= now_ms + desk_drift();
    if tg_op = 'DELETE' then
        if old.holder <> session_user and not ended then
            perform desk_refuse('somebody else''s lease');
        end if;
        return old;
    end if;
    if new.ends_at > now_ms + 9 * 3600000
        or not exists (select 1 from open_case c
                        where c.id = new.case_id and c.token = new.token and c.state = 'LEASED')
    then
        perform desk_refuse('a lease that its case does not know');
    end if;
    if not desk_decides() then
        perform desk_refuse('a lease of somebody who decides nothing');
    end if;
    if new.holder = session_user and cardinality(desk_blind_items()) > 0 then
        perform desk_refuse('a case beside a second review');
    end if;
    if new.holder = session_user and (tg_op = 'INSERT' or old.holder <> session_user)
        and not exists (select 1 from open_case c where c.id = new.case_id and desk_admits(c.queue))
    then
        perform desk_refuse('a case of a queue that this person is no member of');
    end if;
    if new.holder = session_user and (tg_op = 'INSERT' or old.holder <> session_user) and not desk_has_read() then
        perform desk_refuse('a case before the edition in force is read');
    end if;
    if tg_op = 'INSERT' and new.holder = session_user then
        return new;
    end if;
    if tg_op = 'UPDATE' and new.case_id = old.case_id then
        if new.token = old.token and new.holder = old.holder and old.holder = session_user
            and new.started_at = old.started_at and new.event_seq = old.event_seq
            and old.ends_at > now_ms - desk_drift()
        then
            return new;
        end if;
        if new.token = old.token + 1 and (old.holder = session_user or ended and new.holder = session_user) then
            return new;
        end if;
    end if;
    perform desk_refuse('somebody else''s lease');
    return null;
end $$;

-- A version follows the one before it, which is not in force yet; what is in force stays as it is.
create or replace function desk_guards_edition() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.from_at < desk_now() - desk_drift()
        or new.version <> coalesce((select max(e.version) from edition e where e.edition = new.edition), 0) + 1
        or exists (select 1
                     from edition e
                    where e.edition = new.edition and e.version = new.version - 1 and e.from_at <= desk_now()))
    then
        perform desk_refuse('an edition in the place of one that is in force');
    end if;
    return new;
end $$;

create or replace function desk_guards_reading() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user or abs(new.at - desk_now()) > desk_drift()
        or not exists (select 1 from edition e where e.edition = new.edition and e.version = new.version))
    then
        perform desk_refuse('an edition that somebody else has read');
    end if;
    return new;
end $$;

create or replace function desk_guards_re_review() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.made_by <> session_user or abs(new.made_at - desk_now()) > desk_drift()) then
        perform desk_refuse('a re-review in another name');
    end if;
    return new;
end $$;

create or replace function desk_guards_re_review_case() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_sees_item(new.item_id)
        or not exists (select 1 from re_review r where r.id = new.re_review_id and r.made_by = session_user)
        or not exists (select 1 from decision d where d.id = new.decision_id and d.item_id = new.item_id))
    then
        perform desk_refuse('a case of somebody else''s re-review');
    end if;
    return new;
end $$;

-- Whether the decision takes the place of one that stands, by a lead who did not make that: as a resolved difference and a
-- ruling do.
create or replace function desk_resolves(taken decision) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${lead}') and exists (
        select 1
          from decision d
         where d.id = taken.replaces and d.person <> session_user
           and d.case_id = taken.case_id and d.item_id = taken.item_id and desk_sees_item(d.item_id))
$$;

create or replace function desk_guards_decision() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not desk_bound() then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.person <> session_user or not desk_decides() or not desk_holds(new.case_id)
            or abs(new.at - desk_now()) > desk_drift()
            or not exists (select 1 from open_case c where c.id = new.case_id and c.item_id = new.item_id)
        then
            if not (new.person = session_user and abs(new.at - desk_now()) <= desk_drift() and desk_resolves(new)) then
                perform desk_refuse('a decision on a case that this person does not hold');
            end if;
        end if;
        return new;
    end if;
    if old.person = session_user and new.state = 'IN_EFFECT' or old.person <> session_user and not desk_is('${lead}') then
        perform desk_refuse('a decision that is not this person''s to change');
    end if;
    return new;
end $$;

-- Answers, evidence, measures and referrals are written in the act of their decision.
create or replace function desk_guards_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    whole decision;
begin
    if not desk_bound() then
        return new;
    end if;
    select * into whole from decision d where d.id = new.decision_id;
    if tg_op = 'INSERT' and (whole.person is distinct from session_user or whole.event_seq <> new.event_seq)
        or tg_op = 'UPDATE' and whole.person <> session_user and not desk_is('${lead}')
    then
        perform desk_refuse('a part of somebody else''s decision');
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) ->> 'state' = 'IN_EFFECT' and whole.person = session_user then
        perform desk_refuse('somebody who approves their own decision');
    end if;
    return new;
end $$;

-- The row that lists read says what its decision says.
create or replace function desk_guards_fact() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not exists (select 1 from decision d
         where d.id = new.decision_id and d.state = new.state
           and (tg_op = 'UPDATE' or d.person = session_user and d.event_seq = new.seq
                and (d.case_id, d.item_id, d.person, d.outcome, d.at, d.active_ms)
                    = (new.case_id, new.item_id, new.person, new.outcome, new.at, new.active_ms)))
    then
        perform desk_refuse('a row of the list that its decision does not say');
    end if;
    return new;
end $$;

create or replace function desk_guards_look() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user
        or tg_op = 'INSERT' and not desk_holds(new.case_id)
            and not exists (select 1 from second_review r
                             where r.item_id = new.item_id and r.case_id = new.case_id and r.state = 'TAKEN'
                               and r.second_person = session_user)
            and not (desk_is('${lead}') and desk_sees_case(new.case_id))
            and new.item_id <> all (desk_blind_items())) then
        perform desk_refuse('a look by somebody else');
    end if;
    return new;
end $$;

-- A lead learns of somebody else's day how much of the budget is used, in steps of 12 seconds (1 % of 20 minutes): finer
-- ones would tell when somebody looked, and for how long.
create or replace function desk_used(wanted varchar, wanted_day int) returns bigint language plpgsql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    used bigint;
begin
    select coalesce(sum(weighted), 0) into used from exposure where person = wanted and own_day = wanted_day;
    if wanted = session_user or not desk_bound() then
        return used;
    end if;
    if not desk_is('${lead}') then
        perform desk_refuse('somebody else''s day');
    end if;
    return used - used % 12000;
end $$;

-- Finds decisions by words, for who may look: what concerns child safety only with the clearance, what is sealed never.
create or replace function desk_found(asked text, handles text[], cleared boolean, most int) returns table (id varchar, total bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    all_of_it boolean := cleared and desk_is('${cleared}');
    blind varchar[] := desk_blind_items();
begin
    if desk_bound() and not exists (select 1
                                      from person p
                                     where p.name = session_user and not p.disabled
                                       and string_to_array(p.roles, ' ') && array['REVIEWER', 'TEAM_LEAD', 'TRAINER'])
    then
        perform desk_refuse('a search by somebody who may not look');
    end if;
    return query
    with found as materialized (
        select t.decision_id
          from desk_search.decision_text t
         where (asked = '' or t.words @@ asked::tsquery)
           and (all_of_it or not t.child_safety)
           and t.item_id <> all (blind)
           and not exists (select 1
                             from unnest(handles) named(handle)
                            where not exists (select 1
                                                from account a
                                               where a.id = t.account_id
                                                 and a.handle in (named.handle, '@' || named.handle))))
    select f.decision_id, (select count(*) from found)
      from found f
     order by f.decision_id desc
     limit most;
end $$;
revoke all on function desk_found(text, text[], boolean, int) from public;
revoke all on schema desk_search from public;

create or replace function desk_guards_lift() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.lifted_by <> session_user or new.person = session_user) then
        perform desk_refuse('a wait that is not this person''s to lift');
    end if;
    return new;
end $$;

-- People: oneself only comes and goes, and chooses a password; who may do what is an administrator's.
create or replace function desk_guards_person() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not desk_is('${admin}')
        and (tg_op = 'INSERT' or old.name <> session_user
            or (new.name, new.folded, new.roles, new.child_safety, new.disabled)
                is distinct from (old.name, old.folded, old.roles, old.child_safety, old.disabled))
    then
        perform desk_refuse('somebody who gives themselves a role');
    end if;
    return new;
end $$;

-- A second person answers in their own name, and never to themselves.
create or replace function desk_guards_approval() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.second_person <> session_user or not desk_is('${lead}')
        or abs(new.at - desk_now()) > desk_drift()
        or not exists (select 1 from decision d
                        where d.id = new.decision_id and d.item_id = new.item_id and d.person = new.first_person
                          and d.person <> session_user and desk_sees_item(d.item_id)))
    then
        perform desk_refuse('an approval that is not this person''s');
    end if;
    return new;
end $$;

-- Calibration: a lead asks, closes and rules; who is asked answers once, for themselves, and what they answered is nobody
-- else's to see while the session is open.
create or replace function desk_guards_session() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not desk_bound() then
        return new;
    end if;
    if not desk_is('${lead}')
        or tg_op = 'INSERT' and (new.made_by <> session_user or new.state <> 'OPEN' or new.names_shown
            or abs(new.made_at - desk_now()) > desk_drift())
        or tg_op = 'UPDATE' and ((new.id, new.title, new.made_by, new.made_at, new.due_at)
                is distinct from (old.id, old.title, old.made_by, old.made_at, old.due_at)
            or (old.state, new.state) not in (('OPEN', 'CLOSED'), ('CLOSED', 'CLOSED'), ('CLOSED', 'RULED'), ('RULED', 'RULED'))
            or old.names_shown and not new.names_shown or old.state = 'OPEN' and new.names_shown)
    then
        perform desk_refuse('a session that is not this person''s to lead');
    end if;
    return new;
end $$;

create or replace function desk_guards_session_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not exists (select 1 from calibration_session s
                                     where s.id = new.session_id and s.made_by = session_user
                                       and s.event_seq = new.event_seq and s.state = 'OPEN')
    then
        perform desk_refuse('a part of somebody else''s session');
    end if;
    return new;
end $$;

create or replace function desk_asked(wanted varchar, wanted_position int) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from calibration_session s
                     join calibration_seat p on p.session_id = s.id and p.person = session_user
                     join calibration_case c on c.session_id = s.id and c.position = wanted_position
                    where s.id = wanted and s.state = 'OPEN' and c.first_person <> session_user
                      and desk_sees_item(c.item_id))
$$;

-- A session whose cases are hidden is hidden itself; while it is being made it has none.
create or replace function desk_sees_session(wanted varchar) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
    select not exists (select 1 from calibration_case c where c.session_id = wanted and not desk_sees_item(c.item_id))
$$;

create or replace function desk_session_state(wanted varchar) returns varchar language sql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.state from calibration_session s where s.id = wanted
$$;

create or replace function desk_guards_vote() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not desk_bound() then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' then
        if desk_session_state(old.session_id) = 'OPEN' then
            perform desk_refuse('an answer that somebody gave');
        end if;
        return old;
    end if;
    if new.person <> session_user or not desk_decides() or not desk_asked(new.session_id, new.position) then
        perform desk_refuse('an answer that this person is not asked for');
    end if;
    return new;
end $$;

create or replace function desk_guards_calibration_answer() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (desk_session_state(new.session_id) <> 'CLOSED'
        or not exists (select 1
                         from calibration_vote v
                         join calibration_seat p on p.session_id = v.session_id and p.person = v.person
                        where v.session_id = new.session_id and v.position = new.position and p.seat = new.seat
                          and (v.item_id, v.at, v.active_ms, v.body) = (new.item_id, new.at, new.active_ms, new.body)))
    then
        perform desk_refuse('an answer that nobody gave');
    end if;
    return new;
end $$;

create or replace function desk_guards_remark() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user or not desk_decides()
        or coalesce(desk_session_state(new.session_id), 'OPEN') = 'OPEN'
        or not exists (select 1 from calibration_case c
                        where c.session_id = new.session_id and c.position = new.position and c.item_id = new.item_id
                          and desk_sees_item(c.item_id))
        or not desk_is('${lead}') and not exists (select 1 from calibration_seat p
                        where p.session_id = new.session_id and p.person = session_user))
    then
        perform desk_refuse('a remark that is not this person''s');
    end if;
    return new;
end $$;

create or replace function desk_guards_ruling() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not desk_bound() then
        return new;
    end if;
    if not desk_is('${lead}') or not desk_sees_item(new.item_id)
        or tg_op = 'INSERT' and (new.ruled_by <> session_user or new.state <> 'IN_FORCE' or new.replacement is not null
            or abs(new.ruled_at - desk_now()) > desk_drift()
            or desk_session_state(new.session_id) is distinct from 'CLOSED'
            or not exists (select 1 from calibration_case c
                            where c.session_id = new.session_id and c.position = new.position
                              and c.item_id = new.item_id and c.decision_id = new.decision_id
                              and c.child_safety = new.child_safety))
        or tg_op = 'UPDATE' and (old.state <> 'IN_FORCE'
            or new.state = 'WITHDRAWN' and new.withdrawn_by is distinct from session_user)
    then
        perform desk_refuse('a ruling that is not this person''s');
    end if;
    return new;
end $$;

-- What of a judgement is compared with another: see Differing.
create or replace function desk_judged(body jsonb) returns jsonb language sql immutable
set search_path = pg_catalog, public, pg_temp as $$
    select jsonb_build_object(
        'outcome', body -> 'outcome',
        'yes', (select jsonb_agg(one.key order by one.key)
                  from jsonb_each_text(body -> 'answers') one
                 where one.value = 'YES'),
        'exception', (body -> 'exception') - 'why',
        'account', (body -> 'account') - 'until',
        'reach', body -> 'reach',
        'referrals', (select jsonb_agg(distinct one.value -> 'to')
                        from jsonb_array_elements(body -> 'referrals') one))
$$;

-- Whether the second answer agrees with the first decision. Nobody may ask: in a transaction that is still open an answer
-- could be tried and taken back.
create or replace function desk_agrees(review varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_judged(d.body::jsonb) = desk_judged(a.body::jsonb)
      from second_answer a
      join quality_draw q on q.review_id = a.review_id
      join decision d on d.id = q.decision_id
     where a.review_id = review
$$;
revoke all on function desk_agrees(varchar) from public;

-- What was judged twice, for an administrator's figures: outcomes and which clauses were answered how, with another name for
-- each person, which is another one each time. What is left out is BlindPairs.
create or replace function desk_blind_pairs(since bigint, until bigint)
    returns table (decision_id varchar, item_id varchar, first_person text, section varchar, child_safety boolean,
                   outcome varchar, first_body text, person text, second_outcome varchar, second_body text, at bigint)
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp as $$
    with salt as materialized (select gen_random_uuid()::text as grain)
    select (row_number() over (order by a.at, a.review_id))::varchar, ''::varchar,
           md5(salt.grain || d.first_person), d.section, d.child_safety, f.outcome,
           jsonb_build_object('item', '-', 'answers', f.body::jsonb -> 'answers')::text,
           md5(salt.grain || a.person), a.outcome,
           jsonb_build_object('item', '-', 'answers', a.body::jsonb -> 'answers')::text, a.at
      from salt, second_answer a
      join second_review r on r.id = a.review_id
                          and r.state in ('AGREED', 'DIFFERS', 'KEPT', 'OVERTURNED', 'CALIBRATION')
      join quality_draw d on d.review_id = a.review_id
      join decision f on f.id = d.decision_id
     where (not desk_bound() or desk_is('${admin}') or desk_is('${lead}'))
       and a.at >= since and a.at < until and d.section <> '' and desk_sees_item(d.item_id)
       and (not d.child_safety or not desk_bound() or desk_is('${cleared}'))
       and d.item_id <> all (desk_blind_items())
       and not exists (select 1 from event back
                        where back.item_id = a.item_id and back.seq < a.event_seq and back.at >= r.seen_at
                          and back.kind = 'SECOND_RETURNED' and back.person = a.person)
       and not exists (select 1 from event had
                         join event lost on lost.item_id = had.item_id and lost.seq > had.seq
                        where had.item_id = a.item_id and had.at >= r.seen_at
                          and had.kind = 'SECOND_TAKEN' and had.person = a.person
                          and lost.kind = 'SECOND_TAKEN' and lost.person <> a.person and lost.seq < a.event_seq)
     order by a.at, a.review_id
$$;

-- The state of each decision in quality review that has changed, for the same: QualityStates.
create or replace function desk_quality_states(after bigint, most int)
    returns table (decision_id varchar, state varchar, event_seq bigint, child_safety boolean)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select q.decision_id, q.state, q.event_seq, d.child_safety
      from decision_quality q
      join quality_draw d on d.review_id = q.review_id
     where (not desk_bound() or desk_is('${admin}') or desk_is('${lead}'))
       and q.event_seq > after and desk_sees_item(d.item_id)
       and (not d.child_safety or not desk_bound() or desk_is('${cleared}'))
       and d.item_id <> all (desk_blind_items())
     order by q.event_seq
     limit most
$$;
revoke all on function desk_blind_pairs(bigint, bigint), desk_quality_states(bigint, int) from public;

-- A second review: drawn by a lead, taken by somebody else than the first, and moved on step by step.
create or replace function desk_guards_second() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    now_ms bigint := desk_now();
    moving text[] := array['state', 'second_person', 'taken_at', 'ends_at', 'moved_in', 'event_seq'];
begin
    if tg_op = 'UPDATE' and new.state <> old.state then
        new.moved_in := txid_current();
    end if;
    if not desk_bound() then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if not desk_is('${lead}') or new.state <> 'WAITING' or new.second_person is not null then
            perform desk_refuse('a second review that this person does not draw');
        end if;
        return new;
    end if;
    if to_jsonb(new) - moving <> to_jsonb(old) - moving then
        perform desk_refuse('a second review that would become another');
    end if;
    if new.state = 'TAKEN' and new.second_person = session_user and new.ends_at <= now_ms + 9 * 3600000 then
        if old.state = 'TAKEN' and old.second_person = session_user then
            return new;
        end if;
        if (old.state = 'WAITING' or old.state = 'TAKEN' and old.ends_at <= now_ms + desk_drift())
            and desk_decides() and desk_sees_item(new.item_id) and cardinality(desk_blind_items()) = 0
            and not exists (select 1 from quality_draw d where d.review_id = new.id and d.first_person = session_user)
            -- What somebody uncovered while it was theirs, and gave back, is no look at what was decided: see Offering.
            and not exists (select 1 from event e
                             where e.item_id = new.item_id and e.person = session_user and e.at >= new.seen_at
                               and (e.kind in ('CLAIMED', 'SHOWN', 'DECIDED', 'SECOND_ANSWERED')
                                    or e.kind = 'LOOKED'
                                       and (select case when h.kind = 'SECOND_TAKEN' then h.person end
                                              from event h
                                             where h.item_id = e.item_id and h.seq < e.seq
                                               and h.kind in ('SECOND_TAKEN', 'SECOND_RETURNED')
                                             order by h.seq desc
                                             limit 1) is distinct from session_user))
            and not exists (select 1 from lease l where l.holder = session_user and l.ends_at > now_ms - desk_drift())
        then
            return new;
        end if;
    end if;
    if old.state = 'TAKEN' and new.state = 'WAITING' and new.second_person is null
        and (old.second_person = session_user or old.ends_at <= now_ms + desk_drift())
    then
        return new;
    end if;
    if old.state = 'TAKEN' and new.state = 'ANSWERED' and old.second_person = session_user
        and new.second_person = session_user
        and exists (select 1 from second_answer a where a.review_id = new.id and a.person = session_user)
    then
        return new;
    end if;
    if old.state = 'ANSWERED' and new.second_person is not distinct from old.second_person
        and (desk_is('${lead}') or old.second_person = session_user)
        and old.moved_in is distinct from txid_current()
        and new.state = (case when desk_agrees(new.id) then 'AGREED' else 'DIFFERS' end)
    then
        return new;
    end if;
    if desk_is('${lead}') and new.second_person is not distinct from old.second_person
        and (old.state = 'WAITING' and new.state = 'DROPPED'
            or old.state in ('DIFFERS', 'CALIBRATION') and new.state in ('KEPT', 'OVERTURNED', 'CALIBRATION')
                and exists (select 1 from difference_resolution f where f.review_id = new.id and f.person = session_user)
            -- Taken back: the resolution says so already, and only by who made it.
            or old.state = 'KEPT' and new.state in ('DIFFERS', 'CALIBRATION')
                and exists (select 1 from difference_resolution f
                             where f.review_id = new.id and f.person = session_user
                               and f.verdict = case new.state when 'DIFFERS' then 'UNDONE' else 'CALIBRATION' end)
            or old.state = 'CALIBRATION' and new.state = 'DIFFERS'
                and exists (select 1 from difference_resolution f
                             where f.review_id = new.id and f.person = session_user and f.verdict = 'UNDONE'))
    then
        return new;
    end if;
    perform desk_refuse('a second review that is not this person''s to move');
    return null;
end $$;

-- The state of a decision, by who is no lead: as their own answer, just compared, makes it.
create or replace function desk_guards_quality() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not desk_is('${lead}') and (old.state <> 'WAITING' or new.review_id <> old.review_id
        or not exists (select 1 from second_review r
                        where r.id = new.review_id and r.second_person = session_user and r.state = 'ANSWERED'
                          and r.moved_in is distinct from txid_current()
                          and new.state = case when desk_agrees(r.id) then 'AGREED' else 'DIFFERS' end))
    then
        perform desk_refuse('a state that is not this person''s to tell');
    end if;
    return new;
end $$;

create or replace function desk_guards_second_answer() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user or abs(new.at - desk_now()) > desk_drift()
        or not exists (select 1 from second_review r
                        where r.id = new.review_id and r.item_id = new.item_id and r.state = 'TAKEN'
                          and r.second_person = session_user))
    then
        perform desk_refuse('an answer to a second review that this person does not hold');
    end if;
    return new;
end $$;

-- A lead resolves in their own name, and never takes the place of their own decision.
create or replace function desk_guards_resolution() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user or not desk_is('${lead}')
        or abs(new.at - desk_now()) > desk_drift()
        or not exists (select 1
                         from second_review r
                         join quality_draw d on d.review_id = r.id
                        where r.id = new.review_id and r.item_id = new.item_id
                          and (r.state in ('DIFFERS', 'CALIBRATION') and new.verdict <> 'UNDONE'
                                  and (new.verdict <> 'OVERTURNED' or d.first_person <> session_user)
                               or tg_op = 'UPDATE' and r.state in ('KEPT', 'CALIBRATION') and old.verdict = r.state
                                  and old.person = session_user and new.replacement is null
                                  and new.verdict in ('UNDONE', 'CALIBRATION') and new.at <= old.at + 3600000)))
    then
        perform desk_refuse('a resolution that is not this person''s');
    end if;
    return new;
end $$;

create or replace function desk_guards_reply() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.person <> session_user
        or not exists (select 1
                         from second_review r
                         join quality_draw d on d.review_id = r.id
                         join difference_resolution f on f.review_id = r.id
                        where r.id = new.review_id and r.item_id = new.item_id
                          and session_user in (d.first_person, r.second_person)))
    then
        perform desk_refuse('a reply of somebody whom it does not concern');
    end if;
    return new;
end $$;

-- Only what was approved and is to go out is filed, by who is cleared and under their own name.
create or replace function desk_guards_filing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.made_by <> session_user or not desk_is('${cleared}')
        or new.environment <> 'DISABLED' and new.environment is distinct from (
            select e.environment from filing_environment e
             where e.environment <> 'PRODUCTION' or e.confirmed_by is not null
             order by e.event_seq desc limit 1)
        or not exists (select 1 from referral r
                        where r.id = new.referral_id and r.decision_id = new.decision_id and r.item_id = new.item_id
                          and r.target = 'NCMEC' and r.state = 'QUEUED' and r.release_at <= desk_now() + desk_drift())
        or exists (select 1 from practice.hidden_test t where t.item_id = new.item_id))
    then
        perform desk_refuse('a report for a referral that is not to be sent');
    end if;
    return new;
end $$;

-- Steps follow one another, and none is changed.
create or replace function desk_guards_filing_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_is('${cleared}')
        or not exists (select 1 from filing f where f.id = new.filing_id and f.item_id = new.item_id)
        or tg_table_name = 'filing_request'
            and (to_jsonb(new) ->> 'place')::int
                <> 1 + (select count(*) from filing_request q where q.filing_id = new.filing_id)
        or tg_table_name = 'filing_reply'
            and (to_jsonb(new) ->> 'place')::int
                <> (select count(*) from filing_request q where q.filing_id = new.filing_id)
        or tg_table_name = 'filing_wish' and to_jsonb(new) ->> 'person' <> session_user)
    then
        perform desk_refuse('a step that does not follow the last one');
    end if;
    return new;
end $$;

-- A dossier goes to an authority: of a referral that is to go out, by a lead, and none is changed.
create or replace function desk_guards_dossier() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.made_by <> session_user or not desk_is('${lead}') or not desk_sees_item(new.item_id)
        or not exists (select 1 from referral r
                        where r.id = new.referral_id and r.decision_id = new.decision_id and r.item_id = new.item_id
                          and r.target = 'JUDICIAL_AUTHORITY' and r.state = 'QUEUED'
                          and r.release_at <= desk_now() + desk_drift())
        or exists (select 1 from practice.hidden_test t where t.item_id = new.item_id))
    then
        perform desk_refuse('a dossier of a referral that is not to be sent');
    end if;
    return new;
end $$;

create or replace function desk_guards_dossier_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_is('${lead}') or not desk_sees_item(new.item_id)
        or tg_table_name = 'dossier_receipt'
            and (to_jsonb(new) ->> 'person' <> session_user
                or not exists (select 1 from dossier d where d.id = new.dossier_id and d.item_id = new.item_id)
                or (to_jsonb(new) ->> 'place')::int
                    <> (select count(*) from dossier_receipt r where r.dossier_id = new.dossier_id)
                or (to_jsonb(new) ->> 'sent_at')::bigint > desk_now() + 5 * desk_drift()))
    then
        perform desk_refuse('a paper of a dossier that is not this person''s');
    end if;
    return new;
end $$;

-- An order of an authority is entered by a lead or an administrator, in their own name, and none is changed.
create or replace function desk_answers_orders() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_is('${lead}') or desk_is('${admin}')
$$;

create or replace function desk_sees_order(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select not desk_bound() or desk_answers_orders()
       and exists (select 1 from authority_order o
                    where o.id = wanted and (not o.child_safety or desk_is('${cleared}')))
$$;

create or replace function desk_guards_order() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    told jsonb := to_jsonb(new);
begin
    if not desk_bound() then
        return new;
    end if;
    if tg_table_name = 'authority_order' then
        if told ->> 'recorded_by' <> session_user or not desk_answers_orders()
            or abs((told ->> 'recorded_at')::bigint - desk_now()) > desk_drift()
            or (told ->> 'received_at')::bigint > desk_now() + 2 * desk_drift()
            or (told ->> 'due_at')::bigint <= (told ->> 'received_at')::bigint
            or (told ->> 'child_safety')::boolean and not desk_is('${cleared}')
        then
            perform desk_refuse('an order that is not this person''s to enter');
        end if;
    elsif not desk_sees_order(told ->> 'order_id')
        or tg_table_name = 'authority_order_subject'
            and (not desk_sees_item(told ->> 'item_id')
                or exists (select 1 from authority_order o
                            where o.id = told ->> 'order_id' and o.xmin <> pg_current_xact_id()::xid))
        or tg_table_name = 'authority_order_step'
            and (told ->> 'person' <> session_user
                or (told ->> 'place')::int
                    <> (select count(*) from authority_order_step s where s.order_id = told ->> 'order_id')
                or (select s.kind not in ('IMPOSSIBLE', 'RESUMED')
                      from authority_order_step s where s.order_id = told ->> 'order_id'
                     order by s.place desc limit 1)
                or (told ->> 'done_at')::bigint > desk_now() + 2 * desk_drift())
    then
        perform desk_refuse('a part of an order that is not this person''s');
    end if;
    return new;
end $$;

-- Who decides may call, and says so in their own name, when it was; nobody alters it.
create or replace function desk_guards_call() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    told jsonb := to_jsonb(new);
begin
    if desk_bound() and (not desk_decides() or not desk_sees_item(new.item_id)
        or abs(new.at - desk_now()) > desk_drift()
        or tg_table_name = 'emergency_call'
            and (told ->> 'called_by' <> session_user
                or (told ->> 'called_at')::bigint > desk_now() + 2 * desk_drift())
        or tg_table_name = 'emergency_outcome'
            and (told ->> 'person' <> session_user
                or not exists (select 1 from emergency_call c
                                where c.id = told ->> 'call_id' and c.item_id = new.item_id)
                or (told ->> 'place')::int
                    <> (select count(*) from emergency_outcome o where o.call_id = told ->> 'call_id')))
    then
        perform desk_refuse('a call that is not this person''s');
    end if;
    return new;
end $$;

-- Where reports go is said under one's own name; that they go to NCMEC itself is confirmed by another person.
create or replace function desk_guards_environment() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_is('${lead}') and not desk_is('${admin}')
        or tg_op = 'INSERT' and (new.asked_by <> session_user or new.confirmed_by is not null)
        or tg_op = 'INSERT' and new.event_seq <= coalesce((select max(e.event_seq) from filing_environment e), 0)
        or tg_op = 'UPDATE' and (new.confirmed_by is distinct from session_user::varchar or old.asked_by = session_user
            or old.confirmed_by is not null or old.environment <> 'PRODUCTION'
            or old.event_seq <> (select max(e.event_seq) from filing_environment e)))
    then
        perform desk_refuse('a place for reports that is not this person''s to set');
    end if;
    return new;
end $$;

-- A draft is saved under one's own name, for a referral that there is, and counts each time.
create or replace function desk_guards_draft() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (new.saved_by <> session_user or not desk_is('${cleared}')
        or not exists (select 1 from referral r
                        where r.id = new.referral_id and r.item_id = new.item_id and r.target = 'NCMEC')
        or tg_op = 'INSERT' and new.revision <> 1
        or tg_op = 'UPDATE' and new.revision <> old.revision + 1)
    then
        perform desk_refuse('a draft that is not this person''s');
    end if;
    return new;
end $$;

-- What the server lets a person do follows from their row, in the same transaction.
create or replace function desk_follows_person() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    held text[] := string_to_array(new.roles, ' ');
    kind record;
    has boolean;
begin
    if not exists (select 1 from pg_roles where rolname = new.name) then
        execute format('create role %I login', new.name);
    end if;
    for kind in select * from (values
        ('${reviewer}', true),
        ('${lead}', 'TEAM_LEAD' = any (held)),
        ('${intake}', held && array['TEAM_LEAD', 'ADMINISTRATOR']),
        ('${admin}', 'ADMINISTRATOR' = any (held)),
        ('${cleared}', new.child_safety)) as k(name, wanted)
    loop
        select exists (select 1
                         from pg_auth_members m
                         join pg_roles g on g.oid = m.roleid
                         join pg_roles p on p.oid = m.member
                        where g.rolname = kind.name and p.rolname = new.name) into has;
        if kind.wanted and not new.disabled and not has then
            execute format('grant %I to %I', kind.name, new.name);
        elsif has and (new.disabled or not kind.wanted) then
            execute format('revoke %I from %I', kind.name, new.name);
        end if;
    end loop;
    return null;
end $$;

-- A password as SCRAM keeps it, given by an administrator: to a login that is this store's own.
create or replace function desk_password(who text, kept text) returns void language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and not desk_is('${admin}') then
        perform desk_refuse('a password of somebody else');
    end if;
    if kept not like 'SCRAM-SHA-256$%' then
        perform desk_refuse('a password in the clear');
    end if;
    if not exists (select 1 from pg_roles where rolname = who) then
        execute format('create role %I login', who);
    elsif exists (select 1
                    from pg_roles p
                    left join pg_auth_members m on m.member = p.oid
                    left join pg_roles g on g.oid = m.roleid
                   where p.rolname = who and (p.rolsuper or p.rolcreaterole or g.rolname not in
                        ('${reviewer}', '${lead}', '${intake}', '${admin}', '${cleared}')))
    then
        perform desk_refuse('a login that the server has for something else');
    end if;
    execute format('alter role %I password %L', who, kept);
end $$;
revoke all on function desk_password(text, text) from public;

create or replace trigger guard before insert on gate_lift for each row execute function desk_guards_lift();
create or replace trigger guard before insert on event for each row execute function desk_guards_event();
drop trigger if exists guard_end on event;
create constraint trigger guard_end after insert on event deferrable initially deferred
    for each row execute function desk_guards_end();
create or replace trigger guard before update on log_head for each row execute function desk_guards_head();
create or replace trigger guard before update on open_case for each row execute function desk_guards_case();
create or replace trigger guard before insert or update or delete on lease for each row execute function desk_guards_lease();
create or replace trigger guard before insert or update on decision for each row execute function desk_guards_decision();
create or replace trigger guard before insert on decision_answer for each row execute function desk_guards_part();
create or replace trigger guard before insert on evidence_mark for each row execute function desk_guards_part();
create or replace trigger guard before insert or update on measure for each row execute function desk_guards_part();
create or replace trigger guard before insert or update on referral for each row execute function desk_guards_part();
create or replace trigger guard before insert on approval for each row execute function desk_guards_approval();
create or replace trigger guard before insert or update on decision_fact for each row execute function desk_guards_fact();
create or replace trigger guard before insert or update on second_review
    for each row execute function desk_guards_second();
create or replace trigger guard before update on decision_quality
    for each row execute function desk_guards_quality();
create or replace trigger guard before insert on second_answer for each row execute function desk_guards_second_answer();
create or replace trigger guard before insert or update on difference_resolution
    for each row execute function desk_guards_resolution();
create or replace trigger guard before insert on quality_reply for each row execute function desk_guards_reply();
create or replace trigger guard before insert or update on filing_environment
    for each row execute function desk_guards_environment();
create or replace trigger guard before insert or update on filing_draft
    for each row execute function desk_guards_draft();
create or replace trigger guard before insert on filing for each row execute function desk_guards_filing();
create or replace trigger guard before insert on filing_file for each row execute function desk_guards_filing_part();
create or replace trigger guard before insert on filing_request for each row execute function desk_guards_filing_part();
create or replace trigger guard before insert on filing_reply for each row execute function desk_guards_filing_part();
create or replace trigger guard before insert on filing_wish for each row execute function desk_guards_filing_part();
create or replace trigger guard before insert on filing_paper for each row execute function desk_guards_filing_part();
create or replace trigger guard before insert on emergency_call for each row execute function desk_guards_call();
create or replace trigger guard before insert on emergency_outcome for each row execute function desk_guards_call();
create or replace trigger guard before insert on authority_order for each row execute function desk_guards_order();
create or replace trigger guard before insert on authority_order_subject for each row execute function desk_guards_order();
create or replace trigger guard before insert on authority_order_step for each row execute function desk_guards_order();
create or replace trigger guard before insert on authority_order_paper for each row execute function desk_guards_order();
create or replace trigger guard before insert on dossier for each row execute function desk_guards_dossier();
create or replace trigger guard before insert on dossier_receipt for each row execute function desk_guards_dossier_part();
create or replace trigger guard before insert on dossier_paper for each row execute function desk_guards_dossier_part();
create or replace trigger guard before insert or update on look for each row execute function desk_guards_look();
create or replace trigger guard before insert or update on calibration_session
    for each row execute function desk_guards_session();
create or replace trigger guard before insert on calibration_case for each row execute function desk_guards_session_part();
create or replace trigger guard before insert on calibration_seat for each row execute function desk_guards_session_part();
create or replace trigger guard before insert on calibration_turn for each row execute function desk_guards_vote();
create or replace trigger guard before insert or delete on calibration_vote for each row execute function desk_guards_vote();
create or replace trigger guard before insert on calibration_answer
    for each row execute function desk_guards_calibration_answer();
create or replace trigger guard before insert on calibration_remark for each row execute function desk_guards_remark();
create or replace trigger guard before insert on edition for each row execute function desk_guards_edition();
create or replace trigger guard before insert on edition_read for each row execute function desk_guards_reading();
create or replace trigger guard before insert on re_review for each row execute function desk_guards_re_review();
create or replace trigger guard before insert on re_review_case for each row execute function desk_guards_re_review_case();
create or replace trigger guard before insert or update on ruling for each row execute function desk_guards_ruling();

-- Other desks look at once. Within a transaction the same news is told once, when it is committed.
create or replace function desk_tells() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    perform pg_notify('desk_changed', '');
    return null;
end $$;
create or replace trigger tell after insert on event for each statement execute function desk_tells();

create or replace trigger guard before insert or update on person for each row execute function desk_guards_person();
create or replace trigger follow after insert or update on person for each row execute function desk_follows_person();

-- Rows that not everybody sees.
do $$
declare
    -- Asked once a statement, not for each row.
    blind text := '(select desk_blind_items())::varchar[]';
    blind_case text := '(select desk_blind_cases())::bigint[]';
    sees text := format('desk_sees_item(item_id) and item_id <> all (%s)', blind);
    files text := format('(not desk_bound() or desk_is(''${cleared}'')) and %s', sees);
    -- Who erases sees what is held by a dossier, and what is old.
    dossiers text := format('(not desk_bound() or desk_is(''${lead}'') or desk_erases()) and %s', sees);
    seen text[][] := array[
        ['open_case', format('desk_sees_case(id) and id <> all (%s)', blind_case)],
        ['lease', format('desk_sees_case(case_id) and case_id <> all (%s)', blind_case)],
        ['item', 'desk_sees_item(id)'], ['item_version', 'desk_sees_item(item_id)'],
        ['item_media', 'desk_sees_item(item_id)'], ['report', 'desk_sees_item(item_id)'],
        ['report_source', format('cardinality(%s) = 0', blind)],
        ['decision', sees], ['decision_fact', sees], ['measure', sees], ['referral', sees],
        ['look', format('desk_sees_item(item_id) and (person = session_user or item_id <> all (%s))', blind)],
        ['approval', sees], ['read_notice', 'person = session_user'],
        ['decision_answer', 'desk_sees_decision(decision_id)'], ['evidence_mark', 'desk_sees_decision(decision_id)'],
        -- Administrators see figures of these, which desk_blind_pairs and desk_quality_states make, and no single one.
        ['quality_draw', format('(desk_is(''${lead}'') or desk_is(''${cleared}'') or first_person = session_user
            or exists (select 1 from second_review r
                        where r.id = review_id and r.second_person = session_user and r.state in (''ANSWERED'',
                            ''AGREED'', ''DIFFERS'', ''KEPT'', ''OVERTURNED'', ''CALIBRATION'')))
            and %s', sees)],
        -- One that waits tells nothing of an answer; who gives theirs back must be able to see it as it then is.
        ['second_review', format('desk_sees_item(item_id)
            and (second_person = session_user or state = ''WAITING'' or item_id <> all (%s))', blind)],
        ['second_answer', format('(desk_is(''${lead}'') or desk_is(''${cleared}'') or person = session_user
            or exists (select 1 from quality_draw d where d.review_id = second_answer.review_id)
                and exists (select 1 from second_review r
                             where r.id = review_id and r.state in (''KEPT'', ''OVERTURNED'')))
            and %s', sees)],
        ['difference_resolution', format('(desk_is(''${lead}'') or desk_is(''${cleared}'')
            or exists (select 1 from quality_draw d where d.review_id = difference_resolution.review_id)
            or exists (select 1 from second_answer a where a.review_id = difference_resolution.review_id))
            and %s', sees)],
        ['quality_reply', format('(desk_is(''${lead}'') or desk_is(''${cleared}'') or person = session_user
            or exists (select 1 from quality_draw d where d.review_id = quality_reply.review_id)) and %s', sees)],
        ['decision_quality', format('(desk_is(''${lead}'') or desk_is(''${cleared}'')
            or exists (select 1 from quality_draw d where d.review_id = decision_quality.review_id)) and %s', sees)],
        ['second_draft', 'person = session_user'],
        ['quality_progress', format('cardinality(%s) = 0', blind)],
        ['quality_population', 'child_safety = false or desk_is(''${cleared}'')'],
        ['look_span', 'exists (select 1 from look l where l.id = look_id)'],
        ['sealed_look', 'exists (select 1 from look l where l.id = look_id)'],
        ['event', format('item_id is null
            or desk_sees_item(item_id) and (person = session_user or item_id <> all (%s))', blind)],
        ['personal_text', 'desk_sees_event(event_seq)'],
        ['media_key', 'desk_sees_media(sha256)'],
        ['draft', format('person in (session_user, '''') and desk_sees_case(case_id)
            and case_id <> all (%s)', blind_case)],
        ['retention_hold', 'not desk_bound() or desk_is(''${cleared}'')'],
        ['hold_term', 'not desk_bound() or desk_is(''${cleared}'')'],
        -- That an item's content is gone shows in the item as well; no second review of it is offered. So with a dossier.
        ['erased', 'not desk_bound() or desk_is(''${cleared}'')
            or what in (''CONTENT'', ''PAPERS'') and desk_sees_item(subject)'],
        -- Which clauses were answered "yes" is not for who reviews blind.
        ['re_review', 'desk_is(''${lead}'') or desk_is(''${cleared}'')'],
        ['re_review_case', format('(desk_is(''${lead}'') or desk_is(''${cleared}'')) and %s', sees)],
        ['filing', files], ['filing_file', files], ['filing_request', files], ['filing_reply', files],
        ['filing_wish', files], ['filing_paper', files], ['filing_run', files], ['filing_draft', files],
        ['authority_order', 'not desk_bound() or desk_answers_orders() and (not child_safety or desk_is(''${cleared}''))'],
        ['authority_order_subject', 'desk_sees_order(order_id) and (item_id is null or desk_sees_item(item_id))'],
        ['authority_order_step', 'desk_sees_order(order_id)'], ['authority_order_paper', 'desk_sees_order(order_id)'],
        ['emergency_call', format('not desk_bound() or desk_decides() and desk_sees_item(item_id)
            and (called_by = session_user or item_id <> all (%s))', blind)],
        ['emergency_outcome', 'exists (select 1 from emergency_call c where c.id = call_id)'],
        ['dossier', dossiers], ['dossier_receipt', dossiers], ['dossier_paper', dossiers],
        ['edition_asked', 'person = session_user'],
        ['calibration_case', sees], ['calibration_answer', sees],
        ['calibration_remark', sees], ['ruling', sees],
        ['calibration_session', 'desk_sees_session(id)'], ['calibration_seat', 'desk_sees_session(session_id)'],
        ['calibration_turn', 'desk_sees_session(session_id)'],
        ['calibration_vote', '(person = session_user or desk_session_state(session_id) <> ''OPEN'') and desk_sees_item(item_id)'],
        ['gate_lift', 'person = session_user or desk_is(''${lead}'')'], ['exposure', 'person = session_user'], ['break_taken', 'person = session_user'],
        ['not_offered', 'person = session_user'], ['severe_work', 'person = session_user']];
    one text[];
begin
    foreach one slice 1 in array seen loop
        execute format('alter table %I enable row level security', one[1]);
        execute format('drop policy if exists seen on %I', one[1]);
        execute format('create policy seen on %I using (%s) with check (%s)', one[1], one[2],
            case when one[2] like 'person%' then one[2] else 'true' end);
    end loop;
end $$;

-- Who has which case open now: seen by who may see the case, told by oneself.
alter table viewing enable row level security;
drop policy if exists seen on viewing;
create policy seen on viewing for select
    using (desk_sees_case(case_id) and case_id <> all ((select desk_blind_cases())::bigint[]));
drop policy if exists own on viewing;
create policy own on viewing using (person = session_user) with check (person = session_user);

-- Views of the decision log: one's own, and what team leads share.
alter table log_view enable row level security;
drop policy if exists seen on log_view;
create policy seen on log_view for select using (person = session_user or shared);
drop policy if exists own on log_view;
create policy own on log_view using (person = session_user)
    with check (person = session_user and (not shared or desk_is('${lead}')));

-- What each may touch at all. What is not granted here is refused, also on tables that come later.
revoke all on all tables in schema public from public, ${reviewer}, ${lead}, ${intake}, ${cleared}, ${admin};
revoke all on schema public from public;
grant usage on schema public to ${reviewer};
grant select on all tables in schema public to ${reviewer};
-- Who signs in to the server keeps no password here.
revoke all on person_password, sign_in_try, checkpoint_key, quality_key from ${reviewer};
grant select, insert on checkpoint_key to ${lead};
-- Whoever knows the secret can say beforehand which of their decisions will be drawn.
grant select, insert on quality_key to ${lead};
alter table person enable row level security;
drop policy if exists seen on person;
create policy seen on person for select using (true);
drop policy if exists own on person;
create policy own on person for update using (name = session_user or desk_is('${admin}'));
drop policy if exists made on person;
create policy made on person for insert with check (desk_is('${admin}'));
grant update (folded, roles, child_safety, disabled, must_change, on_shift_since, event_seq) on person to ${reviewer};
grant insert on person to ${admin};
grant execute on function desk_found(text, text[], boolean, int) to ${reviewer};
grant execute on function desk_password(text, text) to ${admin};
grant execute on function desk_blind_pairs(bigint, bigint), desk_quality_states(bigint, int) to ${admin};
grant insert on event, personal_text, decision, decision_answer, evidence_mark, measure, referral, look, look_span,
    sealed_look, approval to ${reviewer};
grant update on log_head to ${reviewer};
grant update (state, queue, severity, rank, points, sections, chapter_set, excerpt, language, region, reports, due_at,
    closed_at, child_safety, sealed, token, event_seq, open_item, item_id, kind, opened_at, edition)
    on open_case to ${reviewer};
grant update (state, event_seq) on decision to ${reviewer};
grant insert on decision_fact to ${reviewer};
grant update (state) on decision_fact to ${reviewer};
grant update (state, release_at, event_seq) on measure, referral to ${reviewer};
grant update (millis, event_seq) on look to ${reviewer};
grant insert, update, delete on viewing, lease, skip, draft, exposure, break_taken, not_offered, severe_work,
    read_notice, log_view to ${reviewer};
grant insert, update on counter, report_source to ${reviewer};
grant insert, update on cover_floor to ${lead}, ${admin};
grant insert, update on person_skill to ${admin};
grant insert, update on routing_move to ${lead};
grant insert on routing_plan to ${lead};
grant insert on dossier, dossier_receipt, dossier_paper to ${lead};
grant insert on emergency_call, emergency_outcome to ${reviewer};
grant insert on authority_order, authority_order_subject, authority_order_step, authority_order_paper to ${lead}, ${admin};
grant insert on target_plan to ${admin};
grant insert on quality_plan, quality_draw, second_review, difference_resolution to ${lead};
grant insert, update on quality_progress, quality_population to ${lead};
grant insert on decision_quality to ${lead};
grant update (review_id, state, event_seq) on decision_quality to ${reviewer};
grant update (verdict, person, at, note, replacement, event_seq) on difference_resolution to ${lead};
grant update (state, second_person, taken_at, ends_at, event_seq) on second_review to ${reviewer};
grant insert on second_answer, quality_reply to ${reviewer};
grant insert, update, delete on second_draft to ${reviewer};
grant insert on gate_lift to ${lead};
grant insert, update on account, item, open_case to ${intake};
grant insert on item_version, item_media, report, media_key to ${intake};
grant insert on calibration_session, calibration_case, calibration_seat, calibration_answer, ruling to ${lead};
grant update (state, names_shown, closed_at, ruled_at, event_seq) on calibration_session to ${lead};
grant update (state, withdrawn_by, withdrawn_at, withdrawn_why, replacement, event_seq) on ruling to ${lead};
grant delete on calibration_vote to ${lead};
grant insert on calibration_turn, calibration_vote, calibration_remark to ${reviewer};
grant insert on edition to ${lead}, ${admin};
grant insert, update on edition_duty to ${lead}, ${admin};
grant insert on edition_read, edition_asked to ${reviewer};
grant insert on re_review, re_review_case to ${lead};
grant insert on filing, filing_file, filing_request, filing_reply, filing_wish, filing_paper, filing_run to ${reviewer};
grant update (holder, ends_at) on filing_run to ${reviewer};
grant insert, update (body, saved_by, saved_at, revision) on filing_draft to ${reviewer};
grant insert, update (confirmed_by, confirmed_at, event_seq) on filing_environment to ${lead}, ${admin};
grant insert, update on filing_schema to ${lead}, ${admin};
-- Who sends signs in at NCMEC with it; who sets it need not read it.
revoke all on filing_login from ${reviewer};
grant select (environment) on filing_login to ${reviewer};
grant select on filing_login to ${cleared};
grant insert, update on filing_login to ${lead}, ${admin};
grant usage on sequence case_number to ${intake};
