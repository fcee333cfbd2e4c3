package org.moderationdesk.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.practice.view.PracticeDoors;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.Person;

/** A desk on which a set with exceptions is practised, as the screens see it. */
public final class PractisedDesk implements AutoCloseable {
    private final PracticeDesk desk;
    private final MediaStore media;
    private final RunScorer scorer = new RunScorer(new Rules(PracticeDesk.BOOK));

    /** @param media where files of items are kept */
    public PractisedDesk(Path media) {
        desk = new PracticeDesk(scorer);
        this.media = new MediaStore(media, desk.store());
    }

    /** No file comes into it. */
    PractisedDesk(PracticeDesk desk) {
        this.desk = desk;
        this.media = new MediaStore(Path.of("target", "no-media"), desk.store());
    }

    public PracticeDoors doors(ApartCase.Means means) {
        var store = desk.review().store();
        return new PracticeDoors(
                desk.sets(),
                desk.assignments(),
                new PracticeDoors.Running(desk.runs(), desk.practising(), new AfterAnswer(store), scorer),
                new PracticeDoors.Told(
                        desk.results(),
                        new Viewing(store, desk.clock(), desk.rooms()),
                        new GroupMedians(store),
                        new Disputes(store, desk.clock(), desk.sets(), desk.results(), scorer),
                        new TrainerNotes(store, desk.clock()),
                        new Reminders(store, desk.clock())),
                new Certifying(store, desk.clock(), scorer),
                new PracticeDoors.Picks(
                        desk.picking(),
                        most -> new StoredFacts(store).before(Long.MAX_VALUE, most),
                        new SetMedia(desk.sets(), store, media, (_, _) -> {})),
                desk.real().people(),
                means,
                new PracticeDoors.Out(
                        new PracticePapers(
                                desk.sets(),
                                desk.runs(),
                                desk.results(),
                                new Certifying(store, desk.clock(), scorer),
                                new GroupMedians(store),
                                scorer),
                        new PracticeExport(store, desk.clock(), scorer),
                        (trainer, _) -> List.of(desk.sets()
                                .make(
                                        trainer,
                                        PracticeDesk.terms("Start here"),
                                        Changes.ofItems(List.of(), List.of())))),
                testing());
    }

    private PracticeDoors.Testing testing() {
        var review = desk.review();
        var hidden = new Hidden(review.store(), review.log(), desk.clock(), review.decisions(), desk.sets(), scorer);
        return new PracticeDoors.Testing(hidden, hidden.retiring(review.review()));
    }

    /** Forgets all of practice. */
    public void clear() {
        desk.clear();
    }

    public TestClock clock() {
        return desk.clock();
    }

    public Runs runs() {
        return desk.runs();
    }

    public Practising practising() {
        return desk.practising();
    }

    public Assignments assignments() {
        return desk.assignments();
    }

    public Sets sets() {
        return desk.sets();
    }

    /** Somebody looks for three hours at the item that lies open. */
    public void looksAtLength(Person person, Run run) {
        desk.practising()
                .looked(
                        person,
                        run.id(),
                        desk.practising()
                                .next(person, run.id(), 0)
                                .orElseThrow()
                                .item()
                                .id(),
                        new Look(0, LookForm.COLOUR, Duration.ofHours(3).toMillis(), null),
                        desk.clock().instant());
    }

    public void takesABreak(Person person, Duration length) {
        var wellbeing = desk.review().wellbeing();
        String id = wellbeing.startBreak(person);
        desk.clock().advance(length.plusSeconds(1));
        wellbeing.endBreak(person, id);
    }

    public Duration usedBy(Person person) {
        return desk.review().wellbeing().standing(person).used();
    }

    /** A draft without items. */
    public PracticeSet draft(String title) {
        return desk.sets().make(PracticeDesk.TESS, PracticeDesk.terms(title), Changes.without(Set.of()));
    }

    /** A draft of two items whose keys two trainers have to stand for; tess wrote them. */
    public PracticeSet draftOfTwo(String title) {
        SetTerms one = PracticeDesk.terms(title);
        return desk.sets()
                .make(
                        PracticeDesk.TESS,
                        new SetTerms(one.title(), one.about(), one.edition(), one.open(), 2, one.scoring()),
                        Changes.ofItems(
                                List.of(PracticeDesk.put("P-1", "5.3"), PracticeDesk.put("P-2", "5.3")),
                                List.of(
                                        PracticeDesk.line("P-1", PracticeDesk.removed("P-1")),
                                        PracticeDesk.line("P-2", PracticeDesk.allowed("P-2")))));
    }

    /** Has an item decided in the real queue; answers with the decision's id. */
    public String decided(String item) {
        return desk.real().decided(PracticeDesk.ANNA, "5.3", Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE",
            "rationale":"@u tosses a knife, mail him at piet@klant.example"
            """));
    }

    /** A run of this person's that is over, through a set of so many items of which every second was missed. */
    public Run goneThrough(int items, Person person) {
        return desk.removedAllAtOnce(person, desk.published(items).id());
    }

    /** Seven items, published: one to stay by an exception, one of less reach, and others. */
    public PracticeSet published() {
        List<Changes.Put> put = new ArrayList<>();
        List<KeyJson.Line> keys = new ArrayList<>();
        add(put, keys, "P-07", "Museum tour of old pistols", "Rondleiding langs oude pistolen", EXCEPTION);
        add(put, keys, "P-11", "Song about a nickname", "Lied over een bijnaam", NOTHING);
        add(put, keys, "P-15", "News clip, street scuffle", "Nieuwsfragment, opstootje", EXCEPTION);
        add(put, keys, "P-19", "Knives that fly", "Messen die vliegen", REMOVE);
        add(put, keys, "P-23", "A juggling lesson", "Een jongleerles", NOTHING);
        add(put, keys, "P-28", "Longboard on a hill road", "Longboard op een heuvelweg", REMOVE);
        add(put, keys, "P-34", "A cook and his knives", "Een kok en zijn messen", REMOVE);
        PracticeSet made = desk.sets()
                .make(
                        PracticeDesk.TESS,
                        new SetTerms(
                                Told.both("Rules with exceptions", "Regels met uitzonderingen"),
                                Told.both(
                                        "What the rules forbid and what they leave room for.",
                                        "Wat de regels verbieden en waar ze ruimte laten."),
                                "2020-12",
                                true,
                                1,
                                ScoringRules.usual()),
                        Changes.ofItems(put, keys));
        return desk.sets().publish(PracticeDesk.TESS, made.id());
    }

    private static final String REMOVE = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"a knife is tossed and caught"
        """;
    private static final String NOTHING = """
        "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION"
        """;
    private static final String EXCEPTION = """
        "answers":{"5.3.1":"YES"},"outcome":"EXCEPTION",
        "exception":{"ground":"EDUCATIONAL","why":"shows how to do it safely"},
        "rationale":"a guided tour for who wants to learn"
        """;

    private static void add(
            List<Changes.Put> put, List<KeyJson.Line> keys, String id, String english, String dutch, String key) {
        Told title = Told.both(english, dutch);
        put.add(new Changes.Put(title, PracticeDesk.item(id, "5.3"), null));
        keys.add(new KeyJson.Line(
                id,
                title,
                new AnswerKey(
                        List.of(Proposed.of(id, key)),
                        EnumSet.allOf(Field.class),
                        Told.both(
                                "The setting is named in the section. Look for room signs and dates before you answer.",
                                "De paragraaf noemt deze plek. Let op bordjes en jaartallen voordat je antwoordt."),
                        Told.both("Signs, dates, a guide.", "Bordjes, jaartallen, een gids."),
                        Difficulty.MEDIUM,
                        new ClauseCode("5.3.1"),
                        List.of("tess"))));
    }

    public static Proposal remove(String id) {
        return Proposed.of(id, REMOVE);
    }

    public static Proposal nothing(String id) {
        return Proposed.of(id, NOTHING);
    }

    /** Goes through a whole set and says of each item but these that nothing is wrong with it. */
    public Run gone(Person person, String setId, Set<String> removed, long activeMs) {
        Run run = desk.runs().start(person, setId, null);
        for (var open = desk.practising().next(person, run.id(), 0);
                open.isPresent();
                open = desk.practising().next(person, run.id(), 0)) {
            String id = open.get().item().id();
            desk.clock().advance(Duration.ofSeconds(90));
            Run _ = desk.practising()
                    .answer(person, run.id(), removed.contains(id) ? remove(id) : nothing(id), activeMs);
        }
        return desk.practising().finish(person, run.id(), false);
    }

    @Override
    public void close() {
        desk.close();
    }
}
