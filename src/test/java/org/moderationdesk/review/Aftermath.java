package org.moderationdesk.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks through a store after its desk died: what is lost, half there, or does not verify. */
final class Aftermath {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store;

    Aftermath(Store store) {
        this.store = store;
    }

    /** @param confirmed ids of decisions that a person was told are recorded */
    List<String> problems(Collection<String> confirmed) {
        List<String> problems = new ArrayList<>();
        Set<String> there = new HashSet<>(strings("select id from decision"));
        confirmed.stream().filter(id -> !there.contains(id)).forEach(id -> problems.add("lost: " + id));
        there.forEach(id -> half(id, problems));
        Verdict verdict = new ReviewDesk(store, Clock.systemUTC()).verify();
        verdict.why(new Texts(Language.EN)).ifPresent(why -> problems.add("verify: " + why));
        problems.addAll(strings("""
            select 'closed twice or never: ' || d.id
              from decision d join open_case c on c.id = d.case_id
             where d.outcome = 'REMOVE' and d.state = 'IN_EFFECT' and c.state <> 'CLOSED'
            """));
        problems.addAll(strings("""
            select 'report of no case: ' || r.item_id
              from report r left join open_case c on c.id = r.case_id and c.item_id = r.item_id
             where c.id is null
            """));
        problems.addAll(strings("""
            select 'lease without its case: ' || l.case_id
              from lease l left join open_case c on c.id = l.case_id and c.state = 'LEASED' and c.token = l.token
             where c.id is null
            """));
        problems.addAll(strings("""
            select 'counter of ' || k.queue || ': ' || k.amount
              from counter k
             where k.name in ('WAITING', 'LEASED')
               and k.amount <> (select count(*) from open_case c where c.queue = k.queue and c.state = k.name)
            """));
        return problems;
    }

    private void half(String id, List<String> problems) {
        JsonNode body = JSON.readTree(
                strings("select body from decision where id = '" + id + "'").getFirst());
        JsonNode answers = body.findValue("answers");
        long rows = number("select count(*) from decision_answer where decision_id = '" + id + "'");
        if (answers == null || answers.size() != rows) {
            problems.add("half: " + id + " has " + rows + " answers");
        }
        boolean removal =
                strings("select outcome from decision where id = '" + id + "'").contains("REMOVE");
        if (number("select count(*) from measure where decision_id = '" + id + "'") != (removal ? 1 : 0)) {
            problems.add("half: " + id + " lacks its measure");
        }
    }

    private List<String> strings(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
