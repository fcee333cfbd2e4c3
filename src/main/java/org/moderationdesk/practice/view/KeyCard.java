package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.Comparison;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.TrainerNote;

/** What was answered to one item beside what its key says, and why. */
final class KeyCard extends VBox {
    /** @param right whether it was answered as one of the accepted answers */
    KeyCard(Reviewed one, boolean right, PracticeWords words) {
        this(one, right, words.get("practice.you-said"), words);
    }

    /** @param said what stands above the answer that was given */
    KeyCard(Reviewed one, boolean right, String said, PracticeWords words) {
        setId("practice-key");
        getStyleClass().addAll("gap-12", "practice-key");
        GivenAnswer given = one.answer();
        var verdict =
                new Tag(words.get(right ? "practice.right" : "practice.missed"), right ? Tone.SUCCESS : Tone.ATTENTION);
        verdict.setGraphic(Icons.small(right ? Icon.DONE : Icon.REMOVE));
        verdict.setId("practice-verdict");
        var title = Shown.label(words.title(one.item()), "strong", "size-14");
        var under = Shown.label(words.under(one.item().id(), one.key().clause()), "muted", "size-12");
        under.setGraphic(
                Icons.small(words.items().icon(one.item().content().item().kind())));
        var head = new HBox(title);
        if (given != null) {
            head.getChildren().add(verdict);
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        getChildren().addAll(new VBox(head, under), comparison(one, given, said, words));
        add("practice.key.why", words.told(one.key().why()), words);
        add("practice.key.look-for", words.told(one.key().lookFor()), words);
        add(
                "practice.key.text",
                SafeLine.of(
                        one.item().content().item().text() == null
                                ? ""
                                : one.item().content().item().text(),
                        400),
                words);
    }

    private static Node comparison(Reviewed one, @Nullable GivenAnswer given, String said, PracticeWords words) {
        List<Comparison.Column> columns = new ArrayList<>();
        if (given != null) {
            columns.add(new Comparison.Column(said, given.proposal()));
        }
        List<Proposal> accepted = one.key().accepted();
        for (int i = 0; i < accepted.size(); i++) {
            String head = i == 0 ? words.get("practice.key-says") : words.get("practice.key-also", i + 1);
            columns.add(new Comparison.Column(head, accepted.get(i)));
        }
        var comparison = new Comparison(columns, words.proposals());
        comparison.getStyleClass().add("framed");
        return comparison;
    }

    /** What trainers said of this item, below it. */
    void notes(List<TrainerNote> notes, PracticeWords words) {
        notes.forEach(one -> getChildren()
                .add(new VBox(
                        Shown.label(
                                words.get(
                                        "practice.note.from",
                                        SafeLine.of(one.by()),
                                        words.kit()
                                                .times()
                                                .moment(
                                                        one.at(),
                                                        words.kit().clock().instant())),
                                "strong",
                                "size-12"),
                        Shown.wrapped(SafeLine.of(one.words(), one.words().length()), "size-13"))));
    }

    private void add(String name, String said, PracticeWords words) {
        if (!said.isEmpty()) {
            getChildren()
                    .add(new VBox(Shown.label(words.get(name), "strong", "size-12"), Shown.wrapped(said, "size-13")));
        }
    }
}
