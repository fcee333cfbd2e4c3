package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.MeasureSheets;
import org.moderationdesk.insights.MeasureSheets.Of;

/** Every measure of agreement with its interval, by outcome, by clause or by two reviewers. JavaFX thread only. */
final class MeasuresBoard {
    private final ChartCard card;
    private final MeasureSheets sheets;
    private final Texts texts;
    private final CellWords words;
    private final Map<Of, ToggleButton> choices = new EnumMap<>(Of.class);
    private final SegmentedButton chooser = new SegmentedButton();
    private Of shown = Of.OUTCOMES;
    private @Nullable Insights insights;

    /** @param withNames whether this person may know who agrees with whom */
    MeasuresBoard(ChartCard card, MeasureSheets sheets, Texts texts, boolean withNames) {
        this.card = card;
        this.sheets = sheets;
        this.texts = texts;
        this.words = new CellWords(texts);
        for (Of of : Of.values()) {
            if (of != Of.REVIEWERS || withNames) {
                chooser.getButtons().add(choice(of));
            }
        }
        chooser.setId("measures-of");
    }

    private ToggleButton choice(Of of) {
        var button = new ToggleButton(texts.get("insights.measures." + of));
        button.setId("measures-" + of);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(of == shown);
        button.setOnAction(_ -> show(of));
        choices.put(of, button);
        return button;
    }

    void keysTo(Keys keys) {
        keys.on("M", texts.get("insights.measures.key"), this::next);
    }

    private void next() {
        List<Of> all = new ArrayList<>(choices.keySet());
        show(all.get((all.indexOf(shown) + 1) % all.size()));
    }

    private void show(Of of) {
        shown = of;
        choices.forEach((each, button) -> button.setSelected(each == of));
        Insights there = insights;
        if (there != null) {
            show(there);
        }
    }

    void show(Insights now) {
        insights = now;
        Node table = new SheetTable(sheets.brief(now, shown), words, SheetTable.WITH_INTERVALS);
        table.setId("measures-table");
        card.show(
                sheets.of(now, shown),
                words,
                table,
                List.of(chooser, Parts.label(texts.get("insights.measures.short"), "muted", "size-11")));
    }
}
