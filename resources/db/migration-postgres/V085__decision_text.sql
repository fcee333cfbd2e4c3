-- Searching decisions by their words. Under row-level security an index of words is not used, so it lies in a schema of
-- its own, which nobody is let into, and is asked through a function. Triggers keep it: no desk can forget or forge it.
create schema desk_search;

-- words: of the item in the version decided about, and of what was written in deciding.
create table desk_search.decision_text (
    decision_id  varchar(36) not null primary key,
    item_id      varchar(200) not null,
    account_id   varchar(200),
    child_safety boolean not null,
    words        tsvector not null
);
create index decision_text_words on desk_search.decision_text using gin (words) with (fastupdate = off);
create index decision_text_item on desk_search.decision_text (item_id);
create index decision_text_account on desk_search.decision_text (account_id);

-- As FoldedWords does: without case, accents and hidden characters, only words and spaces between them.
create function desk_folded(given text) returns text language sql immutable as $$
    select regexp_replace(regexp_replace(translate(
            replace(replace(replace(replace(replace(lower(
                regexp_replace(normalize(left(given, 100000), NFKD), '[\u00AD\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1-\u05C2\u05C4-\u05C5\u05C7\u0610-\u061A\u061C\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7-\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u07A6-\u07B0\u07EB-\u07F3\u07FD\u0816-\u0819\u081B-\u0823\u0825-\u0827\u0829-\u082D\u0859-\u085B\u0898-\u089F\u08CA-\u08E1\u08E3-\u0902\u093A\u093C\u0941-\u0948\u094D\u0951-\u0957\u0962-\u0963\u0981\u09BC\u09C1-\u09C4\u09CD\u09E2-\u09E3\u09FE\u0A01-\u0A02\u0A3C\u0A41-\u0A42\u0A47-\u0A48\u0A4B-\u0A4D\u0A51\u0A70-\u0A71\u0A75\u0A81-\u0A82\u0ABC\u0AC1-\u0AC5\u0AC7-\u0AC8\u0ACD\u0AE2-\u0AE3\u0AFA-\u0AFF\u0B01\u0B3C\u0B3F\u0B41-\u0B44\u0B4D\u0B55-\u0B56\u0B62-\u0B63\u0B82\u0BC0\u0BCD\u0C00\u0C04\u0C3C\u0C3E-\u0C40\u0C46-\u0C48\u0C4A-\u0C4D\u0C55-\u0C56\u0C62-\u0C63\u0C81\u0CBC\u0CBF\u0CC6\u0CCC-\u0CCD\u0CE2-\u0CE3\u0D00-\u0D01\u0D3B-\u0D3C\u0D41-\u0D44\u0D4D\u0D62-\u0D63\u0D81\u0DCA\u0DD2-\u0DD4\u0DD6\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECD\u0F18-\u0F19\u0F35\u0F37\u0F39\u0F71-\u0F7E\u0F80-\u0F84\u0F86-\u0F87\u0F8D-\u0F97\u0F99-\u0FBC\u0FC6\u102D-\u1030\u1032-\u1037\u1039-\u103A\u103D-\u103E\u1058-\u1059\u105E-\u1060\u1071-\u1074\u1082\u1085-\u1086\u108D\u109D\u115F-\u1160\u135D-\u135F\u1712-\u1714\u1732-\u1733\u1752-\u1753\u1772-\u1773\u17B4-\u17B5\u17B7-\u17BD\u17C6\u17C9-\u17D3\u17DD\u180B-\u180F\u1885-\u1886\u18A9\u1920-\u1922\u1927-\u1928\u1932\u1939-\u193B\u1A17-\u1A18\u1A1B\u1A56\u1A58-\u1A5E\u1A60\u1A62\u1A65-\u1A6C\u1A73-\u1A7C\u1A7F\u1AB0-\u1ACE\u1B00-\u1B03\u1B34\u1B36-\u1B3A\u1B3C\u1B42\u1B6B-\u1B73\u1B80-\u1B81\u1BA2-\u1BA5\u1BA8-\u1BA9\u1BAB-\u1BAD\u1BE6\u1BE8-\u1BE9\u1BED\u1BEF-\u1BF1\u1C2C-\u1C33\u1C36-\u1C37\u1CD0-\u1CD2\u1CD4-\u1CE0\u1CE2-\u1CE8\u1CED\u1CF4\u1CF8-\u1CF9\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20F0\u2CEF-\u2CF1\u2D7F\u2DE0-\u2DFF\u302A-\u302D\u3099-\u309A\u3164\uA66F-\uA672\uA674-\uA67D\uA69E-\uA69F\uA6F0-\uA6F1\uA802\uA806\uA80B\uA825-\uA826\uA82C\uA8C4-\uA8C5\uA8E0-\uA8F1\uA8FF\uA926-\uA92D\uA947-\uA951\uA980-\uA982\uA9B3\uA9B6-\uA9B9\uA9BC-\uA9BD\uA9E5\uAA29-\uAA2E\uAA31-\uAA32\uAA35-\uAA36\uAA43\uAA4C\uAA7C\uAAB0\uAAB2-\uAAB4\uAAB7-\uAAB8\uAABE-\uAABF\uAAC1\uAAEC-\uAAED\uAAF6\uABE5\uABE8\uABED\uFB1E\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFA0\uFFF0-\uFFF8]', '', 'g')),
                'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'),
            'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏØŁĐςøłđı',
            'αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџoldσoldi'),
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u060C\u061B\u061F\u066A-\u066D\u05BE\u05C0\u0964\u0965\u2000-\u206F\u20A0-\u20C0\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF0F\uFFFC\uFFFD\U0001F000-\U0001FAFF\U000E0000-\U000E0FFF]+', ' ', 'g'),
        '([^ ]{60})[^ ]+', '\1', 'g')
$$;

-- As ContentWords does. Between two parts stands a character that nobody can ask for, so that no phrase reaches across.
create function desk_content(content text) returns text language plpgsql immutable as $$
declare
    clean text := translate(regexp_replace(content, '(^|[^\\])((\\\\)*)\\u0000', '\1\2', 'g'), U&'\E000', '');
begin
    return (select string_agg(part.said #>> '{}', U&' \E000 ' order by paths.place, part.place)
              from (values (1, 'lax $.text'), (2, 'lax $.extra.title'),
                           (3, 'lax $.transcript[*].text'), (4, 'lax $.transcript[*].translations.*'),
                           (5, 'lax $.onScreenText[*].text'), (6, 'lax $.onScreenText[*].translations.*'),
                           (7, 'lax $.thread[*].text'), (8, 'lax $.author.handle'),
                           (9, 'lax $.author.displayName'), (10, 'lax $.author.bio')) paths(place, path)
             cross join lateral jsonb_path_query(clean::jsonb, path::jsonpath) with ordinality part(said, place)
             where jsonb_typeof(part.said) = 'string');
exception
    when data_exception then
        return clean;
end $$;

create function desk_words(body text, content text) returns tsvector language plpgsql stable as $$
declare
    whole text;
begin
    -- The personal texts of a decision are named in its body by their ids.
    select coalesce(string_agg(translate(t.words, U&'\E000', ''), U&' \E000 '), '') || U&' \E000 ' || coalesce(desk_content(content), '')
      into whole
      from personal_text t
     where t.id in (select named[1]
                      from regexp_matches(body, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') named);
    return to_tsvector('simple', desk_folded(whole));
exception
    when program_limit_exceeded then
        return to_tsvector('simple', desk_folded(left(whole, 20000)));
end $$;

create function desk_gathers(wanted varchar) returns void language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from desk_search.decision_text where item_id = wanted;
    if exists (select 1 from open_case c where c.item_id = wanted and c.sealed) then
        return;
    end if;
    insert into desk_search.decision_text (decision_id, item_id, account_id, child_safety, words)
    select d.id, d.item_id, i.account_id,
           exists (select 1 from open_case c where c.item_id = wanted and c.child_safety),
           desk_words(d.body, v.content)
      from decision d
      join item i on i.id = d.item_id
      join item_version v on v.item_id = d.item_id and v.version = d.item_version
     where d.item_id = wanted;
end $$;
revoke all on function desk_gathers(varchar) from public;

create function desk_gathers_again() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
    wanted varchar;
begin
    case tg_table_name
        when 'personal_text' then select e.item_id into wanted from event e where e.seq = old.event_seq;
        when 'item' then wanted := new.id;
        else wanted := new.item_id;
    end case;
    if wanted is not null then
        perform desk_gathers(wanted);
    end if;
    return null;
end $$;

create function desk_loses() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from desk_search.decision_text where decision_id = old.id;
    return null;
end $$;

-- At the end of an act, when all its rows are there.
create constraint trigger gather after insert on decision deferrable initially deferred
    for each row execute function desk_gathers_again();
create trigger lose after delete on decision for each row execute function desk_loses();
create constraint trigger gather after update of content on item_version deferrable initially deferred
    for each row execute function desk_gathers_again();
create constraint trigger gather after delete on personal_text deferrable initially deferred
    for each row execute function desk_gathers_again();
create constraint trigger gather after update of account_id on item deferrable initially deferred
    for each row when (old.account_id is distinct from new.account_id) execute function desk_gathers_again();
create constraint trigger gather after update of child_safety, sealed on open_case deferrable initially deferred
    for each row when ((old.child_safety, old.sealed) is distinct from (new.child_safety, new.sealed))
    execute function desk_gathers_again();
create constraint trigger gather_new after insert on open_case deferrable initially deferred
    for each row when (new.child_safety or new.sealed) execute function desk_gathers_again();

select count(desk_gathers(item_id)) from (select distinct item_id from decision) decided;

-- The newest decisions that have what is asked for, and how many there are. rights.sql lets it ask who is there.
create function desk_found(asked text, handles text[], cleared boolean, most int) returns table (id varchar, total bigint)
language sql stable as $$
    with found as materialized (
        select t.decision_id
          from desk_search.decision_text t
         where (asked = '' or t.words @@ asked::tsquery)
           and (cleared or not t.child_safety)
           and not exists (select 1
                             from unnest(handles) named(handle)
                            where not exists (select 1
                                                from account a
                                               where a.id = t.account_id
                                                 and a.handle in (named.handle, '@' || named.handle))))
    select f.decision_id, (select count(*) from found)
      from found f
     order by f.decision_id desc
     limit most
$$;
