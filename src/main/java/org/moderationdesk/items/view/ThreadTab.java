package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ThreadComment;

/** The comments around an item, in the order given; each can be marked as evidence. */
final class ThreadTab {
    private final ItemModel model;
    private final Texts texts;
    private final Times times;
    private final Background background;
    private final ListView<Line> list = new ListView<>();
    private long asked;

    ThreadTab(ItemModel model, Texts texts, Times times, Background background) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        this.background = background;
        list.setId("item-thread");
        list.setAccessibleText(texts.get("items.tab.thread"));
        list.getStyleClass().add("thread-list");
        list.setCellFactory(_ -> new LineCell());
        var none = new Label(texts.get("items.thread.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
    }

    Node node() {
        return list;
    }

    boolean hasFocus() {
        return list.isFocused();
    }

    void show(OpenItem open) {
        long question = ++asked;
        list.getItems().clear();
        Item item = open.file().item();
        if (open.row().sealed()) {
            return;
        }
        background.run(
                () -> lines(item.thread()),
                lines -> {
                    if (question == asked) {
                        list.getItems().setAll(lines);
                    }
                },
                failed -> {
                    throw new IllegalStateException("thread cannot be shown", failed);
                });
    }

    private static List<Line> lines(List<ThreadComment> thread) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < thread.size(); i++) {
            boolean first = true;
            for (TextPiece piece : TextPieces.of(thread.get(i).text())) {
                lines.add(new Line(i, first ? thread.get(i) : null, piece));
                first = false;
            }
        }
        return lines;
    }

    /** Marks the chosen comment, or the piece of a long one that is chosen. */
    void mark() {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line != null && line.piece().from() < line.piece().to()) {
            model.mark(ItemModel.Place.text(
                    EvidenceMark.Place.THREAD,
                    line.index(),
                    new TextSpan(line.piece().from(), line.piece().to())));
        }
    }

    /** @param comment null for a further piece of the one before */
    private record Line(int index, @Nullable ThreadComment comment, TextPiece piece) {}

    /** One comment, or a piece of it. */
    private final class LineCell extends ListCell<Line> {
        private final Label author = new Label();
        private final Label at = new Label();
        private final HBox head = new HBox(author, at);
        private final PieceFlow words = new PieceFlow();
        private final VBox box = new VBox(head, words);

        LineCell() {
            author.getStyleClass().add("medium");
            at.getStyleClass().add("muted");
            head.getStyleClass().add("item-facts");
            head.setAlignment(Pos.CENTER_LEFT);
            head.managedProperty().bind(head.visibleProperty());
            box.getStyleClass().add("thread-line");
            RowWidth.hold(box, list, this);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            ThreadComment comment = line.comment();
            head.setVisible(comment != null);
            if (comment != null) {
                author.setText(
                        comment.author() == null
                                ? texts.get("items.thread.unknown")
                                : SafeLine.of(comment.author(), 60));
                at.setText(
                        comment.at() == null
                                ? ""
                                : times.moment(comment.at(), model.nowProperty().get()));
            }
            words.show(line.piece());
            setAccessibleText((comment == null ? "" : author.getText() + ". ")
                    + line.piece().spoken());
            setGraphic(box);
        }

        @Override
        protected double computePrefHeight(double width) {
            if (getItem() == null) {
                return super.computePrefHeight(width);
            }
            return snappedTopInset() + box.prefHeight(RowWidth.inside(list, this)) + snappedBottomInset();
        }
    }
}
