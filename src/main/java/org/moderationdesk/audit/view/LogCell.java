package org.moderationdesk.audit.view;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.quality.QualityState;

/** One fact of one decision. What says nothing in particular is paler than what does. */
final class LogCell extends TableCell<LogRow, LogRow> {
    private final LogColumn column;
    private final LogWords words;

    LogCell(LogColumn column, LogWords words) {
        this.column = column;
        this.words = words;
        if (column == LogColumn.TOOK) {
            getStyleClass().add("number");
        }
    }

    @Override
    protected void updateItem(@Nullable LogRow row, boolean empty) {
        super.updateItem(row, empty);
        for (Tone tone : Tone.values()) {
            getStyleClass().remove(tone.styleClass());
        }
        getStyleClass().removeAll("muted", "strong");
        if (empty || row == null) {
            setText(null);
            setAccessibleText(null);
            setGraphic(null);
            return;
        }
        boolean hides = column == LogColumn.REVIEWER && row.hidesName();
        setText(hides ? words.texts().get("audit.reviewer.hidden.short") : words.cell(column, row));
        // Until when is said in full where there is room, and aloud.
        setAccessibleText(hides ? words.cell(column, row) : null);
        setGraphic(graphic(row));
        if (isPale(row)) {
            getStyleClass().add("muted");
        }
        if (column == LogColumn.QUALITY) {
            mark(row.quality());
        } else if (column == LogColumn.DUE && !row.fact().onTime()) {
            getStyleClass().add(Tone.DANGER.styleClass());
        }
    }

    private boolean isPale(LogRow row) {
        return switch (column) {
            case ENTRY -> true;
            case ACCOUNT -> getText().equals(words.texts().get("audit.account.none"));
            case REVIEWER -> row.hidesName();
            case QUALITY -> row.quality() == QualityState.NOT_SAMPLED || row.quality() == QualityState.WAITING;
            case TIME,
                    ITEM,
                    SECTION,
                    OUTCOME,
                    TOOK,
                    STATE,
                    GROUND,
                    QUEUE,
                    KIND,
                    LANGUAGE,
                    REGION,
                    SEVERITY,
                    CONFIDENCE,
                    DUE,
                    REFERRAL -> false;
        };
    }

    private @Nullable Node graphic(LogRow row) {
        return switch (column) {
            case ITEM -> Icons.small(words.items().icon(row.fact().kind()));
            case REVIEWER -> row.hidesName() ? Icons.small(Icon.COVERED) : null;
            case QUALITY -> row.quality() == QualityState.NOT_SAMPLED ? null : Icons.small(icon(row.quality()));
            case ENTRY,
                    TIME,
                    SECTION,
                    OUTCOME,
                    ACCOUNT,
                    TOOK,
                    STATE,
                    GROUND,
                    QUEUE,
                    KIND,
                    LANGUAGE,
                    REGION,
                    SEVERITY,
                    CONFIDENCE,
                    DUE,
                    REFERRAL -> null;
        };
    }

    static Icon icon(QualityState state) {
        return switch (state) {
            case NOT_SAMPLED -> Icon.INFO;
            case WAITING -> Icon.WAITING;
            case AGREED, KEPT -> Icon.WELL;
            case DIFFERS -> Icon.LATE;
            case OVERTURNED -> Icon.UNDO;
            case CALIBRATION -> Icon.PEOPLE;
        };
    }

    private void mark(QualityState state) {
        Node icon = getGraphic();
        switch (state) {
            case AGREED, KEPT -> icon.getStyleClass().add(Tone.SUCCESS.styleClass());
            case DIFFERS -> getStyleClass().addAll(Tone.ATTENTION.styleClass(), "strong");
            case OVERTURNED, CALIBRATION -> icon.getStyleClass().add(Tone.DONE.styleClass());
            case NOT_SAMPLED, WAITING -> {}
        }
    }
}
