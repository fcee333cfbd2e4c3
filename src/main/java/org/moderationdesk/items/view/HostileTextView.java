package org.moderationdesk.items.view;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;

/**
 * A text of strangers, to be read and marked: hidden characters are boxes with names, links lead nowhere and say their
 * host, nothing is markup. It is laid out row by row, so that a text of any length is shown at once. Choose with the
 * mouse, or with the arrow keys and Shift; offsets are code points of the text as given. JavaFX thread only.
 */
public final class HostileTextView {
    private final Background background;
    private final ListView<TextPiece> list = new ListView<>();
    private final ReadOnlyObjectWrapper<TextSpan> chosen = new ReadOnlyObjectWrapper<>(TextSpan.at(0));
    private final ObjectProperty<List<TextSpan>> marked = new SimpleObjectProperty<>(List.of());
    private String text = "";
    private int length;
    private long asked;

    public HostileTextView(Background background, String name) {
        this.background = background;
        list.setId("item-text");
        list.setAccessibleText(name);
        list.getStyleClass().add("hostile-text");
        list.setCellFactory(_ -> new PieceCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> choose(event, event.isShiftDown()));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> choose(event, true));
        chosen.subscribe(_ -> highlight());
        marked.subscribe(_ -> highlight());
        list.focusedProperty().subscribe(_ -> highlight());
    }

    public Node node() {
        return list;
    }

    /** Shows another text; it is cut into rows in the background. */
    public void show(String shown) {
        long question = ++asked;
        text = shown;
        length = shown.codePointCount(0, shown.length());
        chosen.set(TextSpan.at(0));
        list.getItems().clear();
        background.run(
                () -> TextPieces.of(shown),
                pieces -> {
                    if (question == asked) {
                        list.getItems().setAll(pieces);
                    }
                },
                failed -> {
                    throw new IllegalStateException("text cannot be cut into rows", failed);
                });
    }

    ReadOnlyObjectProperty<TextSpan> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The spans that are marked as evidence. */
    ObjectProperty<List<TextSpan>> markedProperty() {
        return marked;
    }

    /** What E marks: what is chosen, or else the row that the caret is in; empty only for an empty text. */
    TextSpan toMark() {
        TextSpan now = chosen.get();
        if (!now.isEmpty()) {
            return new TextSpan(now.from(), now.to());
        }
        TextPiece piece = pieceAt(now.caret());
        return piece == null ? now : new TextSpan(piece.from(), piece.to());
    }

    void choose(TextSpan span) {
        chosen.set(new TextSpan(Math.clamp(span.anchor(), 0, length), Math.clamp(span.caret(), 0, length)));
    }

    private void choose(MouseEvent event, boolean extend) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        PieceCell cell = cellAt(event.getPickResult().getIntersectedNode());
        if (cell == null) {
            return;
        }
        Point2D inside = cell.flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        chosen.set(chosen.get().movedTo(cell.flow.codePointAt(inside.getX(), inside.getY()), extend));
        list.requestFocus();
        event.consume();
    }

    private static @Nullable PieceCell cellAt(@Nullable Node node) {
        Node at = node;
        while (at != null && !(at instanceof PieceCell)) {
            at = at.getParent();
        }
        return at instanceof PieceCell cell && !cell.isEmpty() ? cell : null;
    }

    private void move(KeyEvent event) {
        int caret = chosen.get().caret();
        boolean word = event.isShortcutDown();
        Integer to =
                switch (event.getCode()) {
                    case LEFT -> next(caret, false, word);
                    case RIGHT -> next(caret, true, word);
                    case UP -> oneLine(caret, -1);
                    case DOWN -> oneLine(caret, 1);
                    case HOME -> word ? Integer.valueOf(0) : edge(caret, false);
                    case END -> word ? Integer.valueOf(length) : edge(caret, true);
                    case A -> word ? Integer.valueOf(length) : null;
                    default -> null;
                };
        if (to == null || event.isAltDown()) {
            return;
        }
        event.consume();
        boolean all = event.getCode() == KeyCode.A;
        chosen.set(all ? new TextSpan(0, length) : chosen.get().movedTo(to, event.isShiftDown()));
        bringIntoView(to);
    }

    private void bringIntoView(int caret) {
        TextPiece piece = pieceAt(caret);
        if (piece == null) {
            return;
        }
        PieceCell shown = shownCell(piece);
        if (shown == null) {
            list.scrollTo(list.getItems().indexOf(piece));
        }
    }

    private int next(int caret, boolean forward, boolean word) {
        TextPiece piece = pieceAt(caret);
        if (piece == null) {
            return caret;
        }
        if (forward && caret == piece.to()) {
            return Math.min(length, follower(piece, 1).from());
        }
        if (!forward && caret == piece.from()) {
            return caret == 0 ? 0 : follower(piece, -1).to();
        }
        int start = text.offsetByCodePoints(0, piece.from());
        int end = text.offsetByCodePoints(start, piece.to() - piece.from());
        String row = text.substring(start, end);
        BreakIterator breaks =
                word ? BreakIterator.getWordInstance(Locale.ROOT) : BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(row);
        int at = row.offsetByCodePoints(0, caret - piece.from());
        int found = forward ? breaks.following(at) : breaks.preceding(at);
        return piece.from() + row.codePointCount(0, found == BreakIterator.DONE ? at : found);
    }

    private TextPiece follower(TextPiece piece, int by) {
        int index = indexAt(piece.from()) + by;
        return list.getItems().get(Math.clamp(index, 0, list.getItems().size() - 1));
    }

    private int edge(int caret, boolean end) {
        TextPiece piece = pieceAt(caret);
        return piece == null ? caret : end ? piece.to() : piece.from();
    }

    private int oneLine(int caret, int direction) {
        TextPiece piece = pieceAt(caret);
        if (piece == null) {
            return caret;
        }
        PieceCell cell = shownCell(piece);
        int inside = cell == null ? -1 : cell.flow.codePointOneLine(caret, direction);
        if (inside >= 0) {
            return inside;
        }
        TextPiece other = follower(piece, direction);
        return other.equals(piece) ? caret : direction < 0 ? other.to() : other.from();
    }

    private @Nullable TextPiece pieceAt(int caret) {
        int index = indexAt(caret);
        return index < 0 ? null : list.getItems().get(index);
    }

    /** The last row that begins at or before this place. */
    private int indexAt(int caret) {
        int low = 0;
        int high = list.getItems().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list.getItems().get(middle).from() <= caret) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return list.getItems().isEmpty() ? -1 : low;
    }

    private @Nullable PieceCell shownCell(TextPiece piece) {
        for (Node node : list.lookupAll(".piece-cell")) {
            if (node instanceof PieceCell cell && piece.equals(cell.getItem()) && cell.isVisible()) {
                return cell;
            }
        }
        return null;
    }

    private void highlight() {
        for (Node node : list.lookupAll(".piece-cell")) {
            if (node instanceof PieceCell cell) {
                cell.highlight();
            }
        }
    }

    /** One row of the text. */
    private final class PieceCell extends ListCell<TextPiece> {
        private final PieceFlow flow = new PieceFlow();

        PieceCell() {
            getStyleClass().add("piece-cell");
            RowWidth.hold(flow, list, this);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TextPiece piece, boolean empty) {
            super.updateItem(piece, empty);
            flow.show(piece);
            setGraphic(piece == null ? null : flow);
            setAccessibleText(piece == null ? null : piece.spoken());
            highlight();
        }

        private void highlight() {
            if (getItem() != null) {
                flow.highlight(marked.get(), chosen.get(), list.isFocused());
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            if (getItem() == null) {
                return super.computePrefHeight(width);
            }
            return snappedTopInset() + flow.prefHeight(RowWidth.inside(list, this)) + snappedBottomInset();
        }
    }
}
