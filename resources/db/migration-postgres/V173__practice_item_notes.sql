-- Copies go with what trainers said of them; who may ask for it says erase_copies.
create or replace function practice.let_go(wanted varchar) returns int language plpgsql as $$
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
        update practice.note n set words = ''
         where n.item_id = one.item_id and n.run_id in (select r.id from practice.run r where r.set_id = one.set_id);
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

-- Takes the names of a person who is erased out of what trainers and trainees wrote; how many pieces that were. Who may ask
-- for it says erase_names.
create function practice.without_names(names varchar[]) returns int language plpgsql as $$
declare
    pattern text;
    changed int := 0;
    more int;
begin
    select '(?<![[:alnum:]_])(' || string_agg(regexp_replace(one, '([^[:alnum:][:space:]_])', '\\\1', 'g'), '|')
            || ')(?![[:alnum:]_])'
      into pattern
      from unnest(names) one;
    update practice.note set words = regexp_replace(words, pattern, chr(8230), 'gi') where words ~* pattern;
    get diagnostics changed = row_count;
    update practice.dispute
       set reason = regexp_replace(reason, pattern, chr(8230), 'gi'),
           ruling = regexp_replace(ruling, pattern, chr(8230), 'gi')
     where reason ~* pattern or ruling ~* pattern;
    get diagnostics more = row_count;
    return changed + more;
end $$;

create function practice.erase_names(names varchar[]) returns int language sql as $$
    select practice.without_names(names)
$$;

-- What trainers said of the copies of a real item. Who may ask for it says practice.sql.
create function practice.notes_about(wanted varchar) returns table (at bigint, words varchar) language sql stable as $$
    select n.at, n.words
      from practice.item_source s
      join practice.run r on r.set_id = s.set_id
      join practice.note n on n.run_id = r.id and n.item_id = s.item_id
     where s.source_item = wanted and n.words <> ''
     order by n.at, n.id
$$;
