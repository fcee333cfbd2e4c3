-- What may be taken out of a shared store, and by whom: by an administrator with the clearance, nothing that is held,
-- nothing younger than its period unless a person concerned asked for it, and nothing that no entry of the same act tells.
-- Run after rights.sql; it says the same when it is run again. The desk asks the same before: Holds, Sweeps, PersonErasure.

create or replace function desk_days(period varchar) returns bigint language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select p.days * 86400000::bigint from retention_period p where p.what = period
$$;

-- Takes the names of somebody who is erased out of views of the decision log, whoever keeps them; answers with how many.
create or replace function desk_erases_views(names varchar[]) returns int language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    pattern text;
    changed int;
begin
    if desk_bound() and not desk_erases() then
        perform desk_refuse('names taken out of what others keep');
    end if;
    select string_agg('(^|[^[:alnum:]_])' || regexp_replace(one, '([^[:alnum:][:space:]_])', '\\\1', 'g')
            || '([^[:alnum:]_]|$)', '|')
      into pattern
      from unnest(names) one;
    update log_view
       set name = case when name ~* pattern then chr(8230) else name end,
           body = case when body::jsonb ->> 'words' ~* pattern then jsonb_set(body::jsonb, '{words}', '""')::text
                       else body end
     where name ~* pattern or body::jsonb ->> 'words' ~* pattern;
    get diagnostics changed = row_count;
    return changed;
end $$;

-- For how long what was sent to a target is preserved, by the targets in force: StoredTargets. What the law says of NCMEC
-- no version can shorten.
create or replace function desk_preserves(target varchar) returns bigint language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select greatest(coalesce((select (one ->> 'preservationDays')::bigint
                                from (select body::jsonb as body from target_plan order by version desc limit 1) plan,
                                     jsonb_array_elements(plan.body) one
                               where one ->> 'code' = target), 0),
            case when target in ('NCMEC', 'UK_NCA') then 365 when target in ('TCO_ORDER', 'TCO_14_5') then 184 else 0 end)
        * 86400000
$$;

-- What was handed to an authority is held as long as its target says: HeldByReceipt.
create or replace function desk_item_received_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from dossier d
                     join dossier_receipt r on r.dossier_id = d.id
                    where d.item_id = wanted and r.sent_at > desk_now() - desk_preserves(d.target))
$$;

-- Whether an open order to destroy it was entered by somebody else: Destruction.
create or replace function desk_item_to_destroy(wanted varchar, wanted_order varchar) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from authority_order_subject s
                     join authority_order o on o.id = s.order_id
                     left join authority_order_step last on last.order_id = o.id
                          and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
                    where s.item_id = wanted and o.kind = 'DESTRUCTION' and o.recorded_by <> session_user
                      and coalesce(wanted_order, o.id) = o.id
                      and coalesce(last.kind, 'RESUMED') in ('IMPOSSIBLE', 'RESUMED'))
$$;

-- What is reported to NCMEC is held until a year after the report was finished there, and until it is: HeldByFiling.
create or replace function desk_item_filed_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    with done as (
        select f.referral_id, f.item_id, p.came_at
          from filing f
          join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
          join filing_reply p on p.filing_id = q.filing_id and p.place = q.place and p.outcome in ('DONE', 'FINISHED')
         where f.environment = 'PRODUCTION'
    )
    select exists (select 1
                     from decision d
                     join referral r on r.decision_id = d.id
                    where d.item_id = wanted and r.target = 'NCMEC' and r.state = 'QUEUED'
                      and r.id not in (select done.referral_id from done))
        or exists (select 1
                     from done
                    where done.item_id = wanted and done.came_at > desk_now() - desk_preserves('NCMEC'))
$$;

-- What an authority asks for is held while that is open, and as long as a request to preserve says: HeldByOrder.
create or replace function desk_item_order_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from authority_order_subject s
                     join authority_order o on o.id = s.order_id
                     left join authority_order_step last on last.order_id = o.id
                          and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
                    where s.item_id = wanted and o.kind <> 'DESTRUCTION' and coalesce(last.kind, '') <> 'WITHDRAWN'
                      and (coalesce(last.kind, 'RESUMED') in ('IMPOSSIBLE', 'RESUMED')
                          or o.preserve_until > desk_now()))
$$;

-- Whether an order says that the person concerned may not be told: HeldByOrder. Who tells them may not see the order.
create or replace function desk_item_not_told(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from authority_order_subject s
                     join authority_order o on o.id = s.order_id
                    where s.item_id = wanted and o.non_disclosure
                      and not exists (select 1 from authority_order_step w
                                       where w.order_id = o.id and w.kind = 'WITHDRAWN'))
$$;

-- For a year after a referral went out what it was about is preserved; an order to destroy it ends that, and nothing else,
-- for the act that destroys it: desk_destroys.
create or replace function desk_item_referral_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from decision d
                     join referral r on r.decision_id = d.id
                    where d.item_id = wanted and r.state = 'QUEUED'
                      and r.release_at > desk_now() - 365 * 86400000::bigint)
        or desk_item_filed_held(wanted)
        or desk_item_received_held(wanted)
$$;

-- What is held by anything but that it was referred or reported: an order to destroy it ends none of this.
create or replace function desk_item_held_otherwise(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from open_case c where c.item_id = wanted and c.state <> 'CLOSED')
        or exists (select 1 from decision d where d.item_id = wanted and d.state = 'AWAITING_SECOND')
        or exists (select 1
                     from decision d
                     join referral r on r.decision_id = d.id
                    where d.item_id = wanted and r.state = 'AWAITING_SECOND')
        or desk_item_order_held(wanted)
        or exists (select 1
                     from retention_hold h
                    where h.lifted_at is null
                      and (h.subject = 'ITEM' and h.subject_id = wanted
                          or h.subject = 'ACCOUNT'
                              and h.subject_id = (select i.account_id from item i where i.id = wanted)))
$$;

create or replace function desk_item_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select desk_item_held_otherwise(wanted) or desk_item_referral_held(wanted)
$$;

-- Whether an entry of this very act tells that the item was destroyed by this open order, and by whom is at work: the
-- desk's Destruction. What a referral holds goes in no other act, whatever orders are open.
create or replace function desk_destroys(wanted varchar, wanted_order varchar) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select desk_item_to_destroy(wanted, wanted_order)
       and exists (select 1
                     from event e
                    where e.item_id = wanted and e.kind = 'DESTROYED' and e.person = session_user
                      and e.xmin = pg_current_xact_id()::xid
                      and (wanted_order is null or e.body::jsonb -> 'facts' ->> 'order' = wanted_order))
$$;

create or replace function desk_account_held(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1
                     from retention_hold h
                    where h.lifted_at is null and h.subject = 'ACCOUNT' and h.subject_id = wanted)
        or exists (select 1 from item i where i.account_id = wanted and desk_item_held(i.id))
$$;

-- Whether all that was closed here is older than the class is kept.
create or replace function desk_item_old(wanted varchar, period varchar) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select max(c.closed_at) from open_case c where c.item_id = wanted)
        <= desk_now() + desk_drift() - desk_days(period), false)
$$;

create or replace function desk_account_old(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select bool_and(desk_item_old(i.id, 'ACCOUNTS')) from item i where i.account_id = wanted), false)
$$;

-- The facts of the entry of this very transaction that tells of the row: entries of an act are the last of the log.
create or replace function desk_told(wanted_kind varchar, wanted_table text, wanted_key text, gone boolean)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    one record;
begin
    for one in select e.kind, e.person, e.body, e.xmin = pg_current_xact_id()::xid as own from event e order by e.seq desc
    loop
        exit when not one.own;
        if one.kind = wanted_kind and one.person = session_user
            and exists (select 1
                          from jsonb_array_elements(one.body::jsonb -> 'rows') told
                         where told ->> 0 = wanted_table and (wanted_key is null or told ->> 1 = wanted_key)
                           and (told ->> 2 is null) = gone)
        then
            return one.body::jsonb -> 'facts';
        end if;
    end loop;
    return null;
end $$;

-- Only some keys are left of what was said, and those as they were.
create or replace function desk_is_rest(rest jsonb, whole jsonb, stays text[]) returns boolean language sql immutable as $$
    select rest - stays = '{}'::jsonb
       and not exists (select 1 from unnest(stays) key where rest -> key is distinct from whole -> key)
$$;

-- At once: the right, what is held, and that nothing becomes anything else than less.
create or replace function desk_guards_erasing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    was jsonb := to_jsonb(old);
    become jsonb := case when tg_op = 'UPDATE' then to_jsonb(new) end;
    rest jsonb;
    whole jsonb;
    of_item varchar := was ->> 'item_id';
begin
    if not desk_bound() then
        return coalesce(new, old);
    end if;
    -- What is seen of an account is told by others as well.
    if tg_table_name = 'account' and (become ->> 'content')::jsonb <> jsonb_build_object('id', was ->> 'id') then
        return new;
    end if;
    if not desk_erases() then
        perform desk_refuse('an erasure that is not this person''s');
    end if;
    if tg_table_name in ('look_span', 'sealed_look') then
        select l.item_id into of_item from look l where l.id = was ->> 'look_id';
        if of_item is null then
            perform desk_refuse('an erasure of a part whose whole is gone');
        end if;
    elsif tg_table_name = 'personal_text' then
        select e.item_id into of_item from event e where e.seq = (was ->> 'event_seq')::bigint;
        if exists (select 1 from retention_hold h where h.reason = was ->> 'id' and h.lifted_at is null)
            or exists (select 1 from hold_term t join retention_hold h on h.id = t.hold_id and h.lifted_at is null
                        where t.why = was ->> 'id')
        then
            perform desk_refuse('an erasure of why something is held');
        end if;
    elsif tg_table_name = 'media_key' and exists (select 1 from item_media m where m.sha256 = was ->> 'sha256') then
        perform desk_refuse('an erasure of a file that an item has');
    elsif tg_table_name = 'account' and (desk_account_held(was ->> 'id')
        or become - 'event_seq' - 'content' <> was - 'event_seq' - 'content'
            || '{"handle": null, "display_name": null}'::jsonb)
    then
        perform desk_refuse('an erasure of an account that is held');
    end if;
    -- What an order to destroy may end is asked again when the act ends.
    if of_item is not null and (desk_item_held_otherwise(of_item)
        or desk_item_referral_held(of_item) and (not desk_item_to_destroy(of_item, null)
            or tg_table_name in ('look', 'look_span', 'sealed_look')))
    then
        perform desk_refuse('an erasure of what is held');
    end if;
    if tg_op = 'UPDATE' then
        rest := (become ->> 'content')::jsonb;
        whole := (was ->> 'content')::jsonb;
        if tg_table_name = 'item_version' and not coalesce(become ->> 'text_hash' is null
                and become - array['content', 'text_hash', 'event_seq'] = was - array['content', 'text_hash', 'event_seq']
                and desk_is_rest(rest - array['author', 'extra'], whole, array['id', 'kind', 'version'])
                and desk_is_rest(coalesce(rest -> 'author', '{}'), coalesce(whole -> 'author', '{}'), array['id'])
                and (rest -> 'extra') - 'erased' = '{}'::jsonb, false)
            or tg_table_name = 'report' and not coalesce(become ->> 'reporter' is null
                and become - array['content', 'reporter', 'event_seq'] = was - array['content', 'reporter', 'event_seq']
                and desk_is_rest(rest, whole, array['id', 'source', 'sections', 'at']), false)
            or tg_table_name = 'open_case' and (become ->> 'excerpt' <> ''
                or become - array['excerpt', 'event_seq'] <> was - array['excerpt', 'event_seq'])
        then
            perform desk_refuse('an erasure that would leave something else');
        end if;
        return new;
    end if;
    return old;
end $$;

-- When the act ends: an entry of it tells of the row, and why it may go.
create or replace function desk_ends_erasing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    was jsonb := to_jsonb(old);
    become jsonb := case when tg_op = 'UPDATE' then to_jsonb(new) end;
    facts jsonb;
    period text;
    since bigint := desk_now() + desk_drift();
    allowed boolean := false;
    of_item varchar := was ->> 'item_id';
begin
    if not desk_bound() then
        return null;
    end if;
    if tg_table_name = 'account' and (become ->> 'content')::jsonb <> jsonb_build_object('id', was ->> 'id') then
        return null;
    end if;
    facts := case tg_table_name
        when 'media_key' then desk_told('ERASED', 'item_media', null, true)
        when 'report_source' then desk_told('ERASED', 'account', was ->> 'reporter', false)
        else desk_told('ERASED', tg_table_name, case tg_table_name
            when 'look_span' then was ->> 'look_id'
            when 'sealed_look' then was ->> 'look_id'
            when 'item_media' then concat(was ->> 'version', ' ', was ->> 'position', ' ', was ->> 'item_id')
            when 'item_version' then concat(was ->> 'version', ' ', was ->> 'item_id')
            when 'report' then concat(char_length(was ->> 'item_id'), ' ', was ->> 'item_id', ' ', was ->> 'id')
            else was ->> 'id' end, tg_op = 'DELETE') end;
    if facts is null then
        -- A reporter of whom the desk knows no account is told of by the entry that ends the request.
        if tg_table_name = 'report_source' and exists (
            select 1
              from event e
             where e.seq = (select h.seq from log_head h where h.id = 1) and e.kind = 'ERASED'
               and e.person = session_user and e.xmin = pg_current_xact_id()::xid
               and e.body::jsonb -> 'facts' ->> 'account' = was ->> 'reporter')
        then
            return null;
        end if;
        perform desk_refuse('an erasure that no entry tells of');
    end if;
    period := facts ->> 'what';
    if tg_table_name = 'personal_text' then
        select e.item_id into of_item from event e where e.seq = (was ->> 'event_seq')::bigint;
    end if;
    if of_item is not null and desk_item_referral_held(of_item)
        and not (facts ->> 'why' = 'ORDER' and desk_destroys(of_item, facts ->> 'order'))
    then
        perform desk_refuse('an erasure of what is held, by something else than its destruction');
    end if;
    if facts ->> 'why' = 'REQUEST' and coalesce(facts ->> 'reference', '') <> '' then
        allowed := tg_table_name not in ('look', 'look_span', 'sealed_look') and (tg_table_name <> 'personal_text'
            or exists (select 1 from event e where e.seq = (was ->> 'event_seq')::bigint and e.item_id is not null));
    elsif facts ->> 'why' = 'ORDER' then
        allowed := case
            when tg_table_name in ('item_version', 'item_media', 'report', 'open_case')
                or tg_table_name = 'personal_text'
                then desk_destroys(of_item, facts ->> 'order')
            when tg_table_name = 'media_key' then true
            else false end;
    elsif facts ->> 'why' = 'PERIOD' then
        allowed := coalesce(case
            when tg_table_name = 'look' and period = 'LOOKS'
                then (was ->> 'at')::bigint <= since - desk_days('LOOKS')
            when tg_table_name in ('look_span', 'sealed_look') and period = 'LOOKS'
                then not exists (select 1 from look l where l.id = was ->> 'look_id')
            when tg_table_name = 'personal_text' and period in ('TEXTS', 'LOOKS')
                then (select e.at <= since - desk_days(period) and (period = 'TEXTS' or e.kind = 'LOOKED')
                        from event e where e.seq = (was ->> 'event_seq')::bigint)
            when tg_table_name = 'report' and period = 'REPORTS'
                then (select c.closed_at <= since - desk_days('REPORTS')
                        from open_case c where c.id = (was ->> 'case_id')::bigint)
            when tg_table_name in ('item_version', 'item_media', 'open_case') and period = 'CONTENT'
                then desk_item_old(was ->> 'item_id', 'CONTENT')
            when tg_table_name = 'media_key' then period = 'CONTENT'
            when tg_table_name = 'account' and period = 'ACCOUNTS' then desk_account_old(was ->> 'id')
        end, false);
    end if;
    if not allowed then
        perform desk_refuse('an erasure before its time');
    end if;
    return null;
end $$;

-- Periods, holds and marks of what is gone.
create or replace function desk_guards_keeping() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not desk_bound() then
        return coalesce(new, old);
    end if;
    if not desk_erases() then
        perform desk_refuse('a period or hold that is not this person''s to set');
    end if;
    if tg_op <> 'DELETE' and tg_table_name = 'retention_period'
        and not (to_jsonb(new) ->> 'days')::int between 184 and 3660
    then
        perform desk_refuse('a period that is too short or too long');
    end if;
    if tg_table_name = 'retention_hold' and (
        tg_op = 'INSERT' and (to_jsonb(new) ->> 'placed_by' <> session_user or to_jsonb(new) ->> 'lifted_at' is not null)
        or tg_op = 'UPDATE' and (to_jsonb(old) ->> 'lifted_at' is not null
            or to_jsonb(new) - array['lifted_at', 'event_seq'] <> to_jsonb(old) - array['lifted_at', 'event_seq']))
    then
        perform desk_refuse('a hold that would become another');
    end if;
    return coalesce(new, old);
end $$;

-- The end of a hold, set by whom it says, one after the other.
create or replace function desk_guards_term() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_erases() or new.person <> session_user
        or new.place <> (select count(*) from hold_term t where t.hold_id = new.hold_id)
        or not exists (select 1 from retention_hold h where h.id = new.hold_id and h.lifted_at is null)
        or new.ends_at <= desk_now() - desk_drift())
    then
        perform desk_refuse('an end of a hold that is not this person''s to set');
    end if;
    return new;
end $$;
create or replace trigger guard before insert on hold_term for each row execute function desk_guards_term();

create or replace function desk_ends_keeping() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    told jsonb := to_jsonb(coalesce(new, old));
    facts jsonb;
begin
    facts := case tg_table_name
        when 'retention_period' then desk_told('SETTING_CHANGED', 'retention_period', told ->> 'what', tg_op = 'DELETE')
        when 'retention_hold' then desk_told(case when tg_op = 'INSERT' then 'HOLD_PLACED' else 'HOLD_LIFTED' end,
            'retention_hold', told ->> 'id', false)
        when 'hold_term' then desk_told('HOLD_EXTENDED', 'hold_term',
            concat(told ->> 'hold_id', ' ', told ->> 'place'), false)
        else desk_told('ERASED', 'erased', concat(told ->> 'what', ' ', told ->> 'subject'), false) end;
    if desk_bound() and facts is null then
        perform desk_refuse('a period, hold or mark that no entry tells of');
    end if;
    return null;
end $$;

-- Unsent answers of anybody to closed cases go with what they were about.
create or replace function desk_drops_drafts() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if new.what = 'CONTENT' then
        delete from draft d using open_case c where c.id = d.case_id and c.item_id = new.subject and c.state = 'CLOSED';
    end if;
    return null;
end $$;

-- When a case was closed is what its period counts from.
create or replace function desk_guards_closing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and ((new.closed_at is null) = (new.state = 'CLOSED')
        or abs(new.closed_at - desk_now()) > desk_drift())
    then
        perform desk_refuse('a case that was closed at another time');
    end if;
    return new;
end $$;

create or replace trigger guard_closing before update on open_case for each row
    when (new.closed_at is distinct from old.closed_at) execute function desk_guards_closing();
create or replace trigger drop_drafts after insert or update on erased for each row execute function desk_drops_drafts();
do $$
declare
    one text[];
begin
    foreach one slice 1 in array array[['personal_text', 'delete', ''], ['look', 'delete', ''],
        ['look_span', 'delete', ''], ['sealed_look', 'delete', ''], ['item_media', 'delete', ''],
        ['media_key', 'delete', ''], ['report_source', 'delete', ''], ['item_version', 'update', ''],
        ['report', 'update', ''], ['account', 'update', 'when (new.content <> old.content)'],
        ['open_case', 'update', 'when (new.state = ''CLOSED'' and old.state = ''CLOSED'' and new.excerpt <> old.excerpt)']]
    loop
        execute format('create or replace trigger guard_erasing before %s on %I for each row %s
            execute function desk_guards_erasing()', one[2], one[1], one[3]);
        execute format('drop trigger if exists end_erasing on %I', one[1]);
        execute format('create constraint trigger end_erasing after %s on %I deferrable initially deferred
            for each row %s execute function desk_ends_erasing()', one[2], one[1], one[3]);
    end loop;
    foreach one slice 1 in array array[['retention_period', 'insert or update or delete'],
        ['retention_hold', 'insert or update'], ['erased', 'insert or update']]
    loop
        execute format('create or replace trigger guard before %s on %I for each row
            execute function desk_guards_keeping()', one[2], one[1]);
        execute format('drop trigger if exists guard_end on %I', one[1]);
        execute format('create constraint trigger guard_end after %s on %I deferrable initially deferred
            for each row execute function desk_ends_keeping()', one[2], one[1]);
    end loop;
end $$;

drop trigger if exists guard_end on hold_term;
create constraint trigger guard_end after insert on hold_term deferrable initially deferred
    for each row execute function desk_ends_keeping();

-- A draft of a report goes with the content that it tells of, and papers of a referral after it: not while that is held.
create or replace function desk_guards_draft_erasure() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_erases() or desk_item_held_otherwise(old.item_id)
        or desk_item_referral_held(old.item_id) and not desk_item_to_destroy(old.item_id, null))
    then
        perform desk_refuse('an erasure of a draft or paper that is held');
    end if;
    return old;
end $$;

create or replace function desk_ends_draft_erasure() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and desk_item_referral_held(old.item_id) and not desk_destroys(old.item_id, null) then
        perform desk_refuse('an erasure of a draft or paper that is held, by something else than its destruction');
    end if;
    return null;
end $$;

-- Since when nothing was done about a referral's papers: referrals.PaperErasure.
create or replace function desk_papers_old(wanted varchar) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(max(p.at) <= desk_now() + desk_drift() - desk_days('PAPERS'), false)
      from (select made_at as at from filing where item_id = wanted
            union all select asked_at from filing_request where item_id = wanted
            union all select came_at from filing_reply where item_id = wanted
            union all select at from filing_wish where item_id = wanted
            union all select saved_at from filing_draft where item_id = wanted
            union all select made_at from dossier where item_id = wanted
            union all select at from dossier_receipt where item_id = wanted) p
     where not exists (select 1
                         from dossier d
                         join referral r on r.id = d.referral_id
                        where d.item_id = wanted and r.state = 'QUEUED'
                          and not exists (select 1
                                            from dossier o
                                            join dossier_receipt c on c.dossier_id = o.id
                                           where o.referral_id = d.referral_id))
$$;

-- An entry of the act tells that they went, and why they may.
create or replace function desk_ends_paper_erasure() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    facts jsonb;
begin
    if desk_bound() then
        facts := desk_told('ERASED', 'erased', 'PAPERS ' || old.item_id, false);
        if not coalesce(case facts ->> 'why'
            when 'REQUEST' then facts ->> 'reference' <> ''
            when 'ORDER' then desk_destroys(old.item_id, facts ->> 'order')
            when 'PERIOD' then facts ->> 'what' = 'PAPERS' and desk_papers_old(old.item_id) end, false)
        then
            perform desk_refuse('an erasure of papers that no entry tells of, or before its time');
        end if;
    end if;
    return null;
end $$;

-- Documents of an order go once it is over, and not while anything that it is about is held: orders.DocumentErasure.
create or replace function desk_guards_document_erasure() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    if desk_bound() and (not desk_erases() or exists (
        select 1 from authority_order_subject s where s.order_id = old.order_id and desk_item_held(s.item_id)))
    then
        perform desk_refuse('an erasure of a document that is held');
    end if;
    return old;
end $$;

create or replace function desk_ends_document_erasure() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    facts jsonb;
    since bigint := desk_now() + desk_drift() - desk_days('PAPERS');
begin
    if desk_bound() then
        facts := desk_told('ERASED', 'erased', 'PAPERS ' || old.order_id, false);
        if not coalesce(facts ->> 'why' = 'PERIOD' and facts ->> 'what' = 'PAPERS' and exists (
            select 1
              from authority_order o
              join authority_order_step last on last.order_id = o.id
                   and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
             where o.id = old.order_id and last.kind not in ('IMPOSSIBLE', 'RESUMED') and last.at <= since
               and (o.preserve_until is null or last.kind = 'WITHDRAWN' or o.preserve_until <= since)), false)
        then
            perform desk_refuse('an erasure of documents that no entry tells of, or before its time');
        end if;
    end if;
    return null;
end $$;

do $$
declare
    one text[];
begin
    foreach one slice 1 in array array[['filing_draft', 'guard_erasure', 'desk_guards_draft_erasure'],
        ['filing_paper', 'guard_erasure', 'desk_guards_draft_erasure'],
        ['dossier_paper', 'guard_erasure', 'desk_guards_draft_erasure'],
        ['authority_order_paper', 'guard_erasure', 'desk_guards_document_erasure']]
    loop
        execute format('create or replace trigger %I before delete on %I for each row execute function %I()',
            one[2], one[1], one[3]);
    end loop;
    foreach one slice 1 in array array[['filing_draft', 'end_erasure', 'desk_ends_draft_erasure'],
        ['filing_paper', 'end_erasure', 'desk_ends_draft_erasure'],
        ['dossier_paper', 'end_erasure', 'desk_ends_draft_erasure'],
        ['filing_paper', 'end_told', 'desk_ends_paper_erasure'],
        ['dossier_paper', 'end_told', 'desk_ends_paper_erasure'],
        ['authority_order_paper', 'end_told', 'desk_ends_document_erasure']]
    loop
        execute format('drop trigger if exists %I on %I', one[2], one[1]);
        execute format('create constraint trigger %I after delete on %I deferrable initially deferred
            for each row execute function %I()', one[2], one[1], one[3]);
    end loop;
end $$;

grant delete on filing_draft, filing_paper, dossier_paper, authority_order_paper to ${admin};
grant delete on personal_text, look, look_span, sealed_look, item_media, media_key, report_source, retention_period
    to ${admin};
grant insert, update on retention_period, erased to ${admin};
grant insert on retention_hold, hold_term to ${admin};
grant update (lifted_at, event_seq) on retention_hold to ${admin};
grant update (content, text_hash, event_seq) on item_version to ${admin};
grant update (reporter, content, event_seq) on report to ${admin};
