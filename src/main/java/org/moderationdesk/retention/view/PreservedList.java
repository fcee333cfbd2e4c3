package org.moderationdesk.retention.view;

import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.ListPane;
import org.moderationdesk.retention.Preserved.State;
import org.moderationdesk.retention.view.PreservedModel.Part;
import org.moderationdesk.retention.view.PreservedModel.Row;

/** The list of what is preserved, the overdue first. */
final class PreservedList {
    private final PreservedModel model;
    private final Texts texts;
    private final ListPane<Row> pane;
    private final Map<Part, ToggleButton> parts;

    /** Ways to begin something from here: a hold, and what an order asks to be destroyed. */
    record Begin(Runnable hold, Runnable destroy) {}

    PreservedList(PreservedModel model, PreservedWords words, Begin begin) {
        this.model = model;
        this.texts = words.texts();
        pane = new ListPane<>(
                "preserved", words(), model.list(), () -> new PreservedCell(model, words), model::refresh);
        pane.list().getStyleClass().add("preserved-list");
        parts = pane.parts(
                Part.class, part -> texts.get("retention.held.part." + part), PreservedList::key, model::show);
        pane.foot(
                KeyButton.of("preserved-hold", texts.get("retention.holds.place"), "Shortcut+N", begin.hold()),
                KeyButton.of("preserved-destroy", texts.get("retention.held.destroy"), "D", begin.destroy()));
        model.list().stateProperty().subscribe(_ -> show());
        model.partProperty().subscribe(_ -> show());
        model.list().rows().subscribe(this::show);
        model.onRead(this::count);
    }

    private ListPane.Words words() {
        return new ListPane.Words(
                texts.get("retention.held.list"),
                texts.get("retention.held.key.refresh"),
                texts.get("retention.held.loading"),
                texts.get("retention.held.lost"),
                texts.get("retention.held.lost.sentence"),
                texts.get("retention.held.again"));
    }

    static String key(Part part) {
        return part == Part.ALL ? "A" : "E";
    }

    ListPane<Row> pane() {
        return pane;
    }

    private void show() {
        Objects.requireNonNull(parts.get(model.partProperty().get()), "laid out before")
                .setSelected(true);
        count();
        boolean all = model.partProperty().get() == Part.ALL;
        pane.show(new EmptyState(
                Icon.WELL,
                texts.get(all ? "retention.held.none" : "retention.held.none.ending"),
                texts.get(all ? "retention.held.none.sentence" : "retention.held.none.ending.sentence")));
    }

    private void count() {
        pane.count(
                model.list().isThere()
                        ? texts.get(
                                "retention.held.counts",
                                model.count(),
                                model.count(State.OVERDUE),
                                model.count(State.ENDS_SOON),
                                model.toDestroy().size())
                        : "");
    }
}
