-- What of practice is asked by a function; rights.sql and practice.sql let each answer who may know, and nobody else.

-- The newest key of each answered item of a run as it is in the run, or of one item alone. only_too: the same as only_this.
create function practice.keys_shown(wanted varchar, only_this varchar, only_too varchar)
returns table (item_id varchar, body varchar) language sql stable as $$
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
$$;

-- Whether a real item is there, not erased, and never was of child safety.
create function practice.may_be_copied(wanted varchar) returns boolean language sql stable as $$
    select exists (select 1 from public.item i where i.id = wanted)
       and not exists (select 1 from public.open_case c where c.item_id = wanted and (c.child_safety or c.sealed))
       and not exists (select 1 from public.erased e where e.what = 'CONTENT' and e.subject = wanted)
$$;

create function practice.source_stands(wanted_set varchar, wanted_item varchar) returns boolean language sql stable as $$
    select coalesce((select bool_and(practice.may_be_copied(s.source_item))
                       from practice.item_source s
                      where s.set_id = wanted_set and s.item_id = wanted_item), true)
$$;

-- Lets go of the copies of a real item; how many there were. Who may ask for it says erase_copies.
create function practice.let_go(wanted varchar) returns int language plpgsql as $$
declare
    one record;
    gone int := 0;
begin
    for one in select s.set_id, s.item_id from practice.item_source s where s.source_item = wanted loop
        delete from practice.key_agreed a where a.set_id = one.set_id and a.item_id = one.item_id;
        delete from practice.item_key k where k.set_id = one.set_id and k.item_id = one.item_id;
        delete from practice.set_item i where i.set_id = one.set_id and i.item_id = one.item_id;
        delete from practice.item_source s where s.set_id = one.set_id and s.item_id = one.item_id;
        update practice.run_answer a set body = null
         where a.item_id = one.item_id and a.run_id in (select r.id from practice.run r where r.set_id = one.set_id);
        delete from practice.run_draft d
         where d.item_id = one.item_id and d.run_id in (select r.id from practice.run r where r.set_id = one.set_id);
        update practice.dispute d set reason = '', ruling = null
         where d.item_id = one.item_id and d.set_id = one.set_id;
        update practice.set_version v
           set items = (select count(*) from practice.set_item i
                         where i.set_id = v.set_id and i.since <= v.version and i.until > v.version)
         where v.set_id = one.set_id;
        insert into practice.journal (at, person, act, subject, facts)
        values ((extract(epoch from clock_timestamp()) * 1000)::bigint, session_user, 'COPY_ERASED', one.set_id,
                json_build_object('item', one.item_id)::text);
        gone := gone + 1;
    end loop;
    return gone;
end $$;

create function practice.erase_copies(wanted varchar) returns int language sql as $$
    select practice.let_go(wanted)
$$;
