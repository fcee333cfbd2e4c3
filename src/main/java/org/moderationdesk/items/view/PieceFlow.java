package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Shows one piece of a text, isolated from everything around it, and knows which code point lies where. Behind the
 * words lie what is marked and what is chosen.
 */
final class PieceFlow extends Region {
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private final Group behind = new Group();
    private final TextFlow flow = new TextFlow();
    private final List<Placed> placed = new ArrayList<>();
    private List<TextSpan> marked = List.of();
    private @Nullable TextSpan chosen;
    private boolean caretShown;
    private @Nullable TextPiece piece;

    PieceFlow() {
        behind.setManaged(false);
        behind.setMouseTransparent(true);
        getStyleClass().add("hostile-piece");
        getChildren().addAll(behind, flow);
    }

    void show(@Nullable TextPiece shown) {
        piece = shown;
        placed.clear();
        flow.getChildren().clear();
        if (shown == null) {
            return;
        }
        add(isolate(ISOLATE), ISOLATE.length(), shown.from(), shown.from(), ISOLATE);
        for (ShownRun run : shown.runs()) {
            switch (run.kind()) {
                case WORDS -> add(words(run.shown()), run.shown().length(), run.from(), run.to(), run.shown());
                case BOX -> add(box(run.shown(), "invisible-box"), 1, run.from(), run.to(), null);
                case HOST -> add(box(run.shown(), "host-box"), 1, run.from(), run.to(), null);
            }
        }
        add(isolate(END_OF_ISOLATE), END_OF_ISOLATE.length(), shown.to(), shown.to(), END_OF_ISOLATE);
        requestLayout();
    }

    void highlight(List<TextSpan> marks, @Nullable TextSpan selection, boolean withCaret) {
        marked = List.copyOf(marks);
        chosen = selection;
        caretShown = withCaret;
        requestLayout();
    }

    /** The code point nearest to a point of this piece. */
    int codePointAt(double x, double y) {
        return source(flow.getHitInfo(new Point2D(x - flow.getLayoutX(), y - flow.getLayoutY()))
                .getInsertionIndex());
    }

    /** The code point one line above (-1) or below (+1) the caret, or -1 where that leaves the piece. */
    int codePointOneLine(int caret, int direction) {
        var line = new Path(flow.getCaretShape(flowIndex(caret), true)).getBoundsInLocal();
        double y = line.getCenterY() + direction * line.getHeight();
        if (y < 0 || y > flow.getHeight()) {
            return -1;
        }
        return source(flow.getHitInfo(new Point2D(line.getCenterX(), y)).getInsertionIndex());
    }

    @Override
    protected double computePrefHeight(double width) {
        // An empty line is as high as any other.
        return Math.max(minHeight(width), flow.prefHeight(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        behind.getChildren().clear();
        if (piece == null) {
            return;
        }
        for (TextSpan mark : marked) {
            addRange(mark, "marked-text");
        }
        if (chosen != null) {
            addRange(chosen, "chosen-text");
            if (caretShown && chosen.caret() >= piece.from() && chosen.caret() <= piece.to()) {
                addPath(flow.getCaretShape(flowIndex(chosen.caret()), true), "text-caret");
            }
        }
    }

    private void addRange(TextSpan span, String style) {
        TextPiece here = piece;
        if (here == null) {
            return;
        }
        int from = Math.max(span.from(), here.from());
        int to = Math.min(span.to(), here.to());
        if (from < to) {
            addPath(flow.getRangeShape(flowIndex(from), flowIndex(to), false), style);
        }
    }

    private void addPath(PathElement[] shape, String style) {
        var path = new Path(shape);
        path.getStyleClass().add(style);
        behind.getChildren().add(path);
    }

    private void add(Node node, int length, int from, int to, @Nullable String words) {
        int start = placed.isEmpty() ? 0 : placed.getLast().end();
        placed.add(new Placed(start, start + length, from, to, words));
        flow.getChildren().add(node);
    }

    private static Text words(String shown) {
        var text = new Text(shown);
        text.getStyleClass().add("hostile-words");
        return text;
    }

    /** The font draws a box for it: made too small to see, it still does its work. */
    private static Text isolate(String control) {
        var text = new Text(control);
        text.getStyleClass().add("isolate");
        return text;
    }

    private static Label box(String name, String style) {
        var box = new Label(name);
        box.getStyleClass().addAll("text-box", style);
        return box;
    }

    private int source(int flowIndex) {
        for (Placed part : placed) {
            if (flowIndex < part.end()) {
                return part.source(flowIndex);
            }
        }
        return placed.isEmpty() ? 0 : placed.getLast().to();
    }

    private int flowIndex(int codePoint) {
        for (Placed part : placed) {
            if (codePoint < part.to()) {
                return part.flow(codePoint);
            }
        }
        return placed.isEmpty() ? 0 : placed.getLast().start();
    }

    /**
     * Where a run lies in the flow and in the source.
     *
     * @param start its first index in the flow
     * @param end index after its last
     * @param words null for a box, which takes one index however many code points it stands for
     */
    private record Placed(
            int start, int end, int from, int to, @Nullable String words) {
        int source(int index) {
            if (words == null) {
                return index <= start ? from : to;
            }
            int inside = words.codePointCount(0, Math.clamp(index - start, 0, words.length()));
            return Math.min(to, from + inside);
        }

        int flow(int codePoint) {
            int inside = Math.max(0, codePoint - from);
            if (words == null || inside == 0) {
                return start;
            }
            int most = words.codePointCount(0, words.length());
            return start + words.offsetByCodePoints(0, Math.min(inside, most));
        }
    }
}
