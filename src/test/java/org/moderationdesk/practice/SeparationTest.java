package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.review.Proposed;

/**
 * After practice with removals, bans and referrals everything outside its schema is byte for byte what it was, but for how
 * much was looked at, which counts wherever it happens.
 */
@OnBothStores
class SeparationTest {
    private static final Set<String> CROSSES = Set.of("exposure");

    private static PracticeDesk desk;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk(new RunScorer(new Rules(PracticeDesk.BOOK)));
        String _ = desk.real().decided(ANNA, "5.3", Proposed.removal("V-1"));
        desk.review().flag("V-2", "5.3");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aWholePracticeLeavesEverythingElseAsItWas() {
        String real = desk.real().again(ANNA, waiting("V-3"));
        Map<String, List<String>> before = dump();
        assertThat(before.keySet())
                .hasSizeGreaterThan(40)
                .contains("event", "counter", "decision", "measure", "referral");
        assertThat(before.get("event")).isNotEmpty();

        int missed = practise(real);

        assertThat(different(before, dump())).isEqualTo(CROSSES);
        assertThat(rows("practice.run_answer")).isEqualTo(5 + missed);
    }

    @Test
    void aPlantedRowOrCounterIsSeen() {
        Map<String, List<String>> before = dump();

        desk.review().flag("V-planted", "5.3");

        assertThat(different(before, dump())).contains("event", "counter", "open_case", "item", "report");
        Map<String, List<String>> between = dump();
        int _ = desk.review().store().write(handle -> handle.execute("update counter set amount = amount + 1"));
        assertThat(different(between, dump())).containsExactly("counter");
    }

    private static Proposal waiting(String item) {
        desk.review().flag(item, "5.3");
        return Proposed.removal(item);
    }

    /** Makes a set of own and picked items, goes through it with all that an answer can do, and again through what was missed. */
    private static int practise(String real) {
        List<Changes.Put> put = new ArrayList<>();
        List<KeyJson.Line> keys = new ArrayList<>();
        for (String id : List.of("P-1", "P-2", "P-3", "P-4")) {
            put.add(PracticeDesk.put(id, "5.3"));
            keys.add(PracticeDesk.line(id, PracticeDesk.removed(id)));
        }
        PracticeSet made = desk.sets().make(TESS, PracticeDesk.terms("Everything"), Changes.ofItems(put, keys));
        PracticeSet _ = desk.picking().pick(TESS, made.id(), List.of(real), Language.EN);
        PracticeSet set = desk.sets().publish(TESS, made.id());
        Assignment asked = desk.assignments()
                .assign(
                        TESS,
                        set.id(),
                        new Whom.Named(List.of("fleur")),
                        new AssignmentTerms(null, 0, false, true, Feedback.AT_ONCE));
        Run run = desk.runs().start(FLEUR, set.id(), asked.id());
        desk.practising()
                .looked(
                        FLEUR,
                        run.id(),
                        "P-1",
                        new Look(0, LookForm.COLOUR, 9_000, null),
                        desk.clock().instant());
        desk.practising().keepDraft(FLEUR, run.id(), Proposed.removal("P-1"), 10);
        for (Proposal answer : List.of(
                Proposed.removal("P-1"),
                Proposed.ban("P-2"),
                referred("P-3", "NCMEC", false),
                referred("P-4", "EMERGENCY_SERVICES", true))) {
            Run _ = desk.practising().answer(FLEUR, run.id(), answer, 5);
            Reviewed _ = desk.results().feedback(FLEUR, run.id(), answer.item());
        }
        String picked =
                desk.practising().next(FLEUR, run.id(), 0).orElseThrow().item().id();
        Run _ = desk.practising().answer(FLEUR, run.id(), Proposed.removal(picked), 5);
        Run _ = desk.practising().pause(FLEUR, run.id());
        Run _ = desk.practising().resume(FLEUR, run.id());
        Run over = desk.practising().finish(FLEUR, run.id(), false);
        Run missed = desk.runs().startMissed(FLEUR, over.id());
        for (var open = desk.practising().next(FLEUR, missed.id(), 0);
                open.isPresent();
                open = desk.practising().next(FLEUR, missed.id(), 0)) {
            Run _ = desk.practising()
                    .answer(FLEUR, missed.id(), Proposed.ban(open.get().item().id()), 5);
        }
        Run _ = desk.practising().finish(FLEUR, missed.id(), false);
        Dispute one = desk.disputes().question(FLEUR, over.id(), "P-2", "A ban is what the rules ask for here.");
        List<Rescored> _ = desk.disputes()
                .change(TESS, one.id(), PracticeDesk.key(Proposed.ban("P-2")), "A ban it is, on second thoughts.");
        var wanted = new Certification("all", Told.both("All", "Alles"), List.of(set.id()), 0, 9, false);
        Certification _ = desk.certifying().put(TESS, wanted);
        List<Certifying.Earned> _ = desk.certifying().earned(TESS);
        PracticeSet _ = desk.sets().archive(TESS, set.id());
        return missed.items();
    }

    private static Proposal referred(String item, String to, boolean threat) {
        return Proposed.of(item, """
            "answers":{"8.1.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},
            "referrals":[{"to":"%s","why":"a placeholder that stands for it","threatToLife":%s},
                         {"to":"NCMEC","why":"a placeholder that stands for it"}],
            "rationale":"a placeholder that stands for it"
            """.formatted(to, threat));
    }

    private static Set<String> different(Map<String, List<String>> before, Map<String, List<String>> after) {
        var different = new TreeSet<String>(after.keySet());
        different.removeIf(table -> after.get(table).equals(before.get(table)));
        before.keySet().stream().filter(table -> !after.containsKey(table)).forEach(different::add);
        return different;
    }

    /** Every row of every table outside the schema of practice, and where every sequence stands, as text. */
    private static Map<String, List<String>> dump() {
        return desk.review().store().read(handle -> {
            var all = new TreeMap<String, List<String>>();
            for (String table : names(handle)) {
                all.put(
                        table.replaceAll("^.*\\.|\"", "").toLowerCase(Locale.ROOT),
                        handle.createQuery("select * from " + table).map((row, _) -> row(row)).list().stream()
                                .sorted()
                                .toList());
            }
            return all;
        });
    }

    private static List<String> names(Handle handle) {
        return handle.createQuery("""
            select table_schema || '."' || table_name || '"'
              from information_schema.tables
             where lower(table_schema) in ('public', 'desk_search') and table_type = 'BASE TABLE'
            """).mapTo(String.class).list();
    }

    private static String row(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getString(i)).append('\u0001');
        }
        return text.toString();
    }

    private static long rows(String table) {
        return desk.review().store().read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
