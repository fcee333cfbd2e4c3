-- What the list of decisions filters, sorts and counts by, one narrow row a decision. It follows from decision, its
-- parts and its case as they were at that moment, so the log does not tell of it. seq: the entry of the decision.
-- section: the gravest one answered "yes", else the gravest that was reported. clauses: answered "yes"; clauses, measures
-- and referrals are codes separated by spaces. severity, opened_at, due_at, queue: as the case was.
create table decision_fact (
    seq          bigint not null primary key,
    decision_id  varchar(36) not null unique,
    case_id      bigint not null,
    item_id      varchar(200) not null,
    person       varchar(200) not null,
    outcome      varchar(20) not null,
    ground       varchar(40),
    section      varchar(10),
    clauses      varchar(4000) not null,
    kind         varchar(20) not null,
    language     varchar(40),
    region       varchar(40),
    queue        varchar(100) not null,
    severity     int not null,
    at           bigint not null,
    opened_at    bigint not null,
    due_at       bigint not null,
    active_ms    bigint not null,
    confidence   varchar(10),
    difficult    boolean not null,
    measures     varchar(200) not null,
    referrals    varchar(200) not null,
    child_safety boolean not null,
    state        varchar(20) not null,
    replaces     varchar(36)
);

insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind, language,
                           region, queue, severity, at, opened_at, due_at, active_ms, confidence, difficult, measures,
                           referrals, child_safety, state, replaces)
select (select min(e.seq)
          from event e
         where e.item_id = d.item_id and e.kind = 'DECIDED' and e.body like '%"' || d.id || '"%'),
       d.id, d.case_id, d.item_id, d.person, d.outcome, d.ground,
       coalesce((select min(regexp_substr(a.rule, '^[0-9]+[.][0-9]'))
                   from decision_answer a
                  where a.decision_id = d.id and a.answer = 'YES'),
                regexp_substr(c.sections, '^[0-9]+[.][0-9]')),
       coalesce((select string_agg(a.rule, ' ' order by a.rule)
                   from decision_answer a
                  where a.decision_id = d.id and a.answer = 'YES'), ''),
       c.kind, c.language, c.region,
       -- A canonical body: a quotation mark inside a text would have a backslash before it.
       coalesce(regexp_substr(d.body, '"queue":"([^"]*)"', 1, 1, '', 1), c.queue),
       c.severity, d.at, c.opened_at, c.due_at, d.active_ms,
       regexp_substr(d.body, '"confidence":"([A-Z]+)"', 1, 1, '', 1),
       d.body like '%"difficult":true%',
       coalesce((select string_agg(distinct m.type, ' ' order by m.type) from measure m where m.decision_id = d.id), ''),
       coalesce((select string_agg(distinct r.target, ' ' order by r.target) from referral r where r.decision_id = d.id), ''),
       d.body like '%"childSafety":true%',
       d.state, d.replaces
  from decision d
  join open_case c on c.id = d.case_id;
