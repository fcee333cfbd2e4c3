package org.moderationdesk.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Rows of which one is chosen: by arrows, a click, or the focus within it. Keys act on the chosen one, whose buttons show
 * them. JavaFX thread only.
 */
public final class ActingRows {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Pane node;
    private final List<Row> rows = new ArrayList<>();
    private int chosen;

    /**
     * What can be done with a row.
     *
     * @param key as {@link Keys} writes it
     * @param hint the key beside the button's words, seen while its row is chosen
     */
    public record Act(String key, Button button, KeyHint hint) {
        /** @param shown what the button says, beside which it keeps room for its key */
        public static Act of(String key, Button button, Node shown) {
            var hint = KeyHint.of(
                    new Keys("").on(key, "", () -> {}).bindings().getFirst().keys());
            var both = new HBox(shown, hint);
            both.getStyleClass().add("gap-4");
            both.setAlignment(Pos.CENTER);
            button.setGraphic(both);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().addAll("quiet", "row-act");
            return new Act(key, button, hint);
        }
    }

    /** @param name what tells it from the others, also after they have been read anew */
    public record Row(String name, Node node, List<Act> acts) {
        public Row {
            acts = List.copyOf(acts);
        }
    }

    /** @param node where the rows are laid */
    public ActingRows(Pane node) {
        this.node = node;
    }

    /** Takes the place of the rows before; the same one stays chosen. */
    public void show(List<Row> all) {
        String before = chosen < rows.size() ? rows.get(chosen).name() : "";
        for (Row row : rows) {
            node.getChildren().remove(row.node());
        }
        rows.clear();
        rows.addAll(all);
        chosen = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int mine = i;
            if (row.name().equals(before)) {
                chosen = i;
            }
            row.node().getStyleClass().add("acting-row");
            row.node().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> choose(mine));
            row.node().focusWithinProperty().subscribe(within -> {
                if (within) {
                    choose(mine);
                }
            });
            node.getChildren().add(row.node());
        }
        mark();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void move(int step) {
        if (!rows.isEmpty()) {
            choose(Math.clamp(chosen + (long) step, 0, rows.size() - 1));
            scrollTo(rows.get(chosen).node());
        }
    }

    /** Whether this key would do something. */
    public boolean can(String key) {
        return act(key).isPresent();
    }

    /** What this key does with the chosen row. */
    public void fire(String key) {
        act(key).ifPresent(act -> act.button().fire());
    }

    private Optional<Act> act(String key) {
        return rows.isEmpty()
                ? Optional.empty()
                : rows.get(chosen).acts().stream()
                        .filter(act -> act.key().equals(key) && !act.button().isDisabled())
                        .findFirst();
    }

    private void choose(int index) {
        if (index != chosen && index < rows.size()) {
            chosen = index;
            mark();
        }
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean is = i == chosen;
            row.node().pseudoClassStateChanged(CHOSEN, is);
            row.acts().forEach(act -> act.hint().setVisible(is));
        }
    }

    /** Moves a page around the rows no further than it must. */
    private static void scrollTo(Node row) {
        Node at = row;
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
            double seen = scroll.getViewportBounds().getHeight();
            double hidden = scroll.getContent().getLayoutBounds().getHeight() - seen;
            if (hidden > 0) {
                var bounds = scroll.getContent().sceneToLocal(row.localToScene(row.getLayoutBounds()));
                double top = scroll.getVvalue() * hidden;
                double wanted = Math.min(Math.max(top, bounds.getMaxY() - seen), bounds.getMinY());
                scroll.setVvalue(Math.clamp(wanted / hidden, 0, 1));
            }
        }
    }
}
