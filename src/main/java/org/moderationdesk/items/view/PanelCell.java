package org.moderationdesk.items.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icons;

/** Shows one line of the panel beside the content. */
final class PanelCell extends ListCell<PanelLine> {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final ListView<PanelLine> list;
    private final PanelReading reading;
    private final Label lead = new Label();
    private final PieceFlow words = new PieceFlow();
    private final PieceFlow below = new PieceFlow();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox lines = new VBox();
    private final HBox row = new HBox(lead, lines);

    PanelCell(ListView<PanelLine> list, PanelReading reading) {
        this.list = list;
        this.reading = reading;
        getStyleClass().add("panel-cell");
        lead.getStyleClass().add("panel-lead");
        lead.setAlignment(Pos.TOP_RIGHT);
        below.getStyleClass().add("translated");
        title.setWrapText(true);
        title.getStyleClass().add("panel-title");
        detail.setWrapText(true);
        detail.getStyleClass().add("muted");
        row.getStyleClass().add("panel-line");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        RowWidth.hold(row, list, this);
        setPrefWidth(0);
        // The cells live as long as the panel that the reading belongs to.
        reading.nowProperty().subscribe(this::showNow);
        reading.maskingProperty().subscribe(this::showWords);
        reading.maskedProperty().subscribe(this::showWords);
        hoverProperty().subscribe(this::showWords);
        selectedProperty().subscribe(this::showWords);
        list.focusedProperty().subscribe(this::showWords);
    }

    private void showNow() {
        PanelLine line = getItem();
        pseudoClassStateChanged(NOW, line != null && reading.nowProperty().get().has(line));
    }

    private void showWords() {
        boolean askedFor = isHover() || isSelected() && list.isFocused();
        switch (getItem()) {
            case PanelLine.Words said -> {
                words.show(reading.shown(said.piece(), askedFor));
                below.show(said.below() == null ? null : reading.shown(said.below(), askedFor));
            }
            case PanelLine.Translation(TextPiece piece) -> below.show(reading.shown(piece, askedFor));
            case null, default -> {}
        }
    }

    @Override
    protected void updateItem(@Nullable PanelLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("panel-heading", "panel-warning");
        showNow();
        lead.setGraphic(null);
        lead.setText("");
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case PanelLine.Words said -> {
                lead.setText(said.lead());
                showWords();
                lines.getChildren().setAll(words);
                if (said.below() != null) {
                    lines.getChildren().add(below);
                }
                setAccessibleText(said.lead() + " " + said.piece().spoken());
            }
            case PanelLine.Translation(TextPiece piece) -> {
                showWords();
                lines.getChildren().setAll(below);
                setAccessibleText(piece.spoken());
            }
            case PanelLine.Heading heading -> {
                getStyleClass().add("panel-heading");
                lead.setGraphic(Icons.small(heading.icon()));
                title.setText(heading.words());
                lines.getChildren().setAll(title);
                setAccessibleText(heading.words());
            }
            case PanelLine.Fact fact -> {
                if (fact.warning()) {
                    getStyleClass().add("panel-warning");
                }
                lead.setGraphic(Icons.small(fact.icon()));
                title.setText(fact.title());
                detail.setText(fact.detail());
                lines.getChildren().setAll(title);
                if (!fact.detail().isEmpty()) {
                    lines.getChildren().add(detail);
                }
                setAccessibleText(fact.title() + ". " + fact.detail());
            }
        }
        setGraphic(row);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getItem() == null) {
            return super.computePrefHeight(width);
        }
        return snappedTopInset() + row.prefHeight(RowWidth.inside(list, this)) + snappedBottomInset();
    }
}
