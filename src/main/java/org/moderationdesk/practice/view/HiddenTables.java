package org.moderationdesk.practice.view;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.HiddenCount;
import org.moderationdesk.practice.HiddenResult;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.practice.PlacedTest;

/** The tables of hidden tests: queues, what was placed, what was answered, and what that comes to for each person. */
final class HiddenTables {
    private final HiddenModel model;
    private final PracticeWords words;
    private final ActedTable<HiddenModel.Line> shares;
    private final ActedTable<PlacedTest> placed;
    private final ActedTable<HiddenResult> answered;
    private final ActedTable<HiddenCount> people;

    HiddenTables(HiddenModel model, PracticeWords words) {
        this.model = model;
        this.words = words;
        shares = this.<HiddenModel.Line>table("shares", "practice.hidden.queues", "practice.hidden.no-shares")
                .column(
                        "practice.hidden.queue",
                        130,
                        one -> SafeLine.of(one.share().queue()))
                .column("practice.hidden.share", 170, this::share)
                .column("practice.hidden.from", 220, one -> sets(one.share().sets()))
                .column("practice.hidden.seen", 120, one -> whole(one.share().seen()))
                .column("practice.hidden.placed", 90, one -> whole(one.placed()))
                .column("practice.hidden.waiting", 90, one -> whole(one.waiting()))
                .column("practice.hidden.answered", 100, one -> whole(one.answered()))
                .column(
                        "practice.hidden.right",
                        110,
                        one -> words.get("practice.hidden.of", one.right(), one.answered()));
        placed = this.<PlacedTest>table("placed", "practice.hidden.PLACED", "practice.hidden.no-placed")
                .column(
                        "practice.hidden.item",
                        130,
                        one -> SafeLine.of(one.test().itemId()))
                .column(
                        "practice.hidden.queue",
                        130,
                        one -> SafeLine.of(one.test().queue()))
                .column("practice.hidden.test", 260, one -> source(one.test()))
                .column("practice.hidden.since", 150, one -> moment(one.test().placedAt()))
                .marked("practice.hidden.standing", 180, this::standing);
        answered = this.<HiddenResult>table("answered", "practice.hidden.ANSWERED", "practice.hidden.no-answered")
                .column(
                        "practice.hidden.item",
                        120,
                        one -> SafeLine.of(one.test().itemId()))
                .column("practice.hidden.test", 220, one -> source(one.test()))
                .column("practice.runs.person", 120, one -> SafeLine.of(one.person()))
                .column("practice.hidden.at", 130, one -> moment(one.at()))
                .column("practice.hidden.outcome", 130, one -> words.get("decisions.outcome." + one.outcome()))
                .column("practice.hidden.key", 130, one -> words.get("decisions.outcome." + one.key()))
                .column(
                        "practice.runs.score",
                        80,
                        one -> words.get(
                                "practice.percent", words.percent(one.score().percent())))
                .marked("practice.runs.state", 130, this::result);
        people = this.<HiddenCount>table("people", "practice.hidden.PEOPLE", "practice.hidden.no-people")
                .column("practice.runs.person", 160, one -> SafeLine.of(one.person()))
                .column("practice.hidden.answered", 110, one -> whole(one.answered()))
                .column("practice.hidden.wrong", 110, one -> whole(one.wrong()))
                .marked("practice.hidden.comes-to", 420, this::comesTo);
    }

    private <T> ActedTable<T> table(String id, String spoken, String none) {
        return new ActedTable<>("practice-hidden-table-" + id, words.get(spoken), words.get(none), words);
    }

    ActedTable<HiddenModel.Line> shares() {
        return shares;
    }

    ActedTable<PlacedTest> placed() {
        return placed;
    }

    ActedTable<HiddenResult> answered() {
        return answered;
    }

    ActedTable<HiddenCount> people() {
        return people;
    }

    void show(HiddenModel.Found found) {
        shares.show(found.lines());
        placed.show(found.placed());
        answered.show(found.results());
        people.show(found.people());
    }

    private String share(HiddenModel.Line one) {
        return one.share().oneIn() == 0
                ? words.get("practice.hidden.share.none")
                : words.get("practice.hidden.share.one-in", one.share().oneIn());
    }

    private String sets(List<String> ids) {
        return ids.stream().map(this::set).collect(Collectors.joining(", "));
    }

    private String set(String id) {
        return model.home().overview().sets().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .map(words::named)
                .orElseGet(() -> words.get("practice.hidden.set-gone"));
    }

    private String source(HiddenTest test) {
        return words.get("practice.hidden.source", set(test.setId()), SafeLine.of(test.practiceItem()));
    }

    private String whole(long number) {
        return words.kit().numbers().whole(number);
    }

    private String moment(Instant at) {
        return words.kit().times().moment(at, words.kit().clock().instant());
    }

    private Tag standing(PlacedTest one) {
        String said = words.get("practice.hidden.standing." + one.standing());
        return switch (one.standing()) {
            case WAITING -> mark(said, Tone.ACCENT, Icon.WAITING);
            case HELD -> mark(said, Tone.NEUTRAL, Icon.HELD);
            case AWAITING_SECOND -> mark(said, Tone.ATTENTION, Icon.PEOPLE);
            case ANSWERED -> mark(said, Tone.DONE, Icon.DONE);
            case RETIRED -> mark(said, Tone.NEUTRAL, Icon.BACKUP);
        };
    }

    private Tag result(HiddenResult one) {
        return one.isRight()
                ? mark(words.get("practice.right"), Tone.SUCCESS, Icon.DONE)
                : mark(words.get("practice.hidden.not-right"), Tone.ATTENTION, Icon.REMOVE);
    }

    private Tag comesTo(HiddenCount one) {
        return one.isEnough()
                ? mark(words.get("practice.hidden.enough"), Tone.ATTENTION, Icon.COMMENT)
                : mark(
                        words.get("practice.hidden.not-enough", HiddenCount.FEWEST_WRONG, HiddenCount.FEWEST_ANSWERED),
                        Tone.NEUTRAL,
                        Icon.INFO);
    }

    private static Tag mark(String said, Tone tone, Icon icon) {
        var mark = new Tag(said, tone);
        mark.setGraphic(Icons.small(icon));
        return mark;
    }
}
