package org.moderationdesk.insights.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.CellWords;

/** Clauses by how unclear they are: the share of pairs that differ with its interval, and how many those are. */
final class UnclearRanking extends ListView<ClauseAgreement> {
    private static final double ROW = 30;
    private static final double CODE = 48;
    private static final double RANGE = 104;
    private static final double COUNTED = 112;

    private final Texts texts;
    private final CellWords words;

    UnclearRanking(Texts texts, CellWords words) {
        this.texts = texts;
        this.words = words;
        setId("unclear-ranking");
        setAccessibleText(texts.get("insights.unclear"));
        getStyleClass().add("plain-list");
        setFixedCellSize(ROW);
        setMinWidth(0);
        setCellFactory(_ -> new Cell());
    }

    /** Shows the ranking as it is now; the clause that was chosen stays chosen. */
    void show(List<ClauseAgreement> clauses, @Nullable ClauseCode chosen) {
        if (!getItems().equals(clauses)) {
            getItems().setAll(clauses);
        }
        Optional<ClauseAgreement> still =
                clauses.stream().filter(one -> one.clause().equals(chosen)).findFirst();
        if (still.isPresent()) {
            getSelectionModel().select(still.get());
        } else {
            getSelectionModel().clearSelection();
        }
    }

    private String counted(ClauseAgreement one) {
        return texts.get(
                "insights.unclear.row",
                words.whole(one.agreement().differing()),
                words.whole(one.agreement().number()));
    }

    private String range(ClauseAgreement one) {
        return switch (one.agreement().raw()) {
            case Figure.Known raw ->
                "%s (%s–%s)"
                        .formatted(
                                words.wholeShare(1 - raw.value()),
                                words.whole(Math.round((1 - raw.high()) * 100)),
                                words.whole(Math.round((1 - raw.low()) * 100)));
            case Figure.Few _, Figure.OneCategory _ -> texts.get("insights.few");
        };
    }

    private final class Cell extends ListCell<ClauseAgreement> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ClauseAgreement one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var code = Parts.label(one.clause().value(), "size-12", "strong");
            code.setMinWidth(CODE);
            var track = new StackPane();
            track.setMinWidth(0);
            HBox.setHgrow(track, Priority.ALWAYS);
            if (one.agreement().raw() instanceof Figure.Known raw) {
                track.getChildren().add(new DiffersTrack(raw));
            }
            var row = new HBox(
                    code, track, fixed(range(one), RANGE, "size-12"), fixed(counted(one), COUNTED, "size-11", "muted"));
            row.getStyleClass().addAll("gap-8", "unclear-row");
            setGraphic(row);
            setAccessibleText(one.clause() + ", " + range(one) + ", " + counted(one));
        }

        private Label fixed(String said, double width, String... styles) {
            Label label = Parts.label(said, styles);
            label.setMinWidth(width);
            label.setPrefWidth(width);
            return label;
        }
    }
}
