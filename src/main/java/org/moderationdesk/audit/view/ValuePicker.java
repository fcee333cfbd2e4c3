package org.moderationdesk.audit.view;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.DecisionFacts;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** The values of one facet, to be found by their first letters and ticked; it stays open until it is left. */
final class ValuePicker {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 10;

    private final LogModel model;
    private final LogWords words;
    private final Facet facet;
    private final List<String> all;
    private final TextField search = new TextField();
    private final ListView<String> list = new ListView<>();

    ValuePicker(LogModel model, LogWords words, Facet facet, DecisionFacts facts) {
        this.model = model;
        this.words = words;
        this.facet = facet;
        this.all = values(facts);
        search.setId("decisions-value-search");
        search.setPromptText(words.texts().get("audit.values.search"));
        search.setAccessibleText(words.texts().get("audit.values.search"));
        list.setId("decisions-values");
        list.setAccessibleText(words.facet(facet));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.clamp(all.size(), 2, MOST_ROWS) + 2);
        list.getStyleClass().add("decisions-values");
        list.setCellFactory(_ -> new ValueCell());
        var none = Buttons.lines(words.texts().get("audit.values.none"), "muted", "size-12");
        list.setPlaceholder(none);
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setOnMouseClicked(_ -> tick());
    }

    /**
     * Opens below this node.
     *
     * @param byKey whether a key did it, whose letter is then not meant for the field
     */
    void open(Node below, boolean byKey) {
        if (byKey) {
            search.addEventFilter(KeyEvent.ANY, new OwnLetter());
        }
        PopOver over = Buttons.popOver(new VBox(Buttons.label(words.facet(facet), "strong", "size-12"), search, list));
        over.show(below);
        search.requestFocus();
    }

    private List<String> values(DecisionFacts facts) {
        List<String> found = facet.values(facts);
        if (facet != Facet.RULE) {
            return found;
        }
        SortedSet<String> rules = new TreeSet<>(Comparator.comparing(ValuePicker::inBookOrder));
        for (String code : found) {
            rules.add(code.substring(0, Math.max(code.indexOf('.'), 1)));
            rules.add(code);
        }
        return List.copyOf(rules);
    }

    /** 5.10 after 5.9. */
    private static String inBookOrder(String code) {
        var order = new StringBuilder();
        for (String part : code.split("\\.", -1)) {
            order.append("0".repeat(Math.max(0, 4 - part.length())))
                    .append(part)
                    .append('.');
        }
        return order.toString();
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(words.texts().locale());
        list.getItems()
                .setAll(all.stream()
                        .filter(value -> words.value(facet, value)
                                .toLowerCase(words.texts().locale())
                                .contains(wanted))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.SPACE && event.getSource().equals(list)) {
            event.consume();
            tick();
        } else if (event.getCode() == KeyCode.DOWN && event.getSource().equals(search)) {
            event.consume();
            list.requestFocus();
        }
    }

    private void tick() {
        String value = list.getSelectionModel().getSelectedItem();
        if (value != null) {
            model.put(facet, value, !model.filterProperty().get().has(facet, value));
            list.refresh();
        }
    }

    /** Keeps the letter of the key that opened it out of the field. */
    private final class OwnLetter implements EventHandler<KeyEvent> {
        @Override
        public void handle(KeyEvent event) {
            search.removeEventFilter(KeyEvent.ANY, this);
            if (event.getEventType() == KeyEvent.KEY_TYPED) {
                event.consume();
            }
        }
    }

    /** A value, ticked where it is asked for. */
    private final class ValueCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            if (empty || value == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean chosen = model.filterProperty().get().has(facet, value);
            String name = words.value(facet, value);
            setText(name);
            Node mark = Icons.small(Icon.DONE);
            mark.setOpacity(chosen ? 1 : 0);
            setGraphic(mark);
            setAccessibleText(chosen ? words.texts().get("audit.values.chosen", name) : name);
        }
    }
}
