package org.moderationdesk.practice.view;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.SharedWidth;
import org.moderationdesk.fx.Tag;

/** A table of words with buttons at its foot that act on the chosen row. */
final class ActedTable<T> extends VBox {
    private final TableView<T> table = new TableView<>();
    private final HBox foot = new HBox();
    private final PracticeWords words;

    ActedTable(String id, String spoken, String none, PracticeWords words) {
        this.words = words;
        table.setId(id);
        table.setAccessibleText(spoken);
        table.getStyleClass().add("practice-table");
        SharedWidth.among(table);
        table.setPlaceholder(Shown.label(none, "muted", "size-12"));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("gap-8", "practice-foot", "edge-top");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, foot);
    }

    ActedTable<T> column(String key, double wide, Function<T, String> says) {
        var column = new TableColumn<T, String>(words.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(says.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(wide);
        table.getColumns().add(column);
        return this;
    }

    void buttons(List<Button> buttons) {
        foot.getChildren().setAll(buttons);
        Shown.put(foot, !buttons.isEmpty());
    }

    /** The button can be pressed only while a row is chosen that it may act on. */
    Button onRow(Button button, Predicate<T> may) {
        var chosen = table.getSelectionModel().selectedItemProperty();
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> chosen.get() == null || !may.test(chosen.get()), chosen));
        return button;
    }

    void beside(Node part) {
        foot.getChildren().addAll(Shown.gap(), part);
    }

    TableView<T> table() {
        return table;
    }

    @Nullable
    T chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** A column of marks that say by a sign and a word. */
    ActedTable<T> marked(String key, double wide, Function<T, Tag> mark) {
        var column = new TableColumn<T, T>(words.get(key));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(wide);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(T one, boolean empty) {
                super.updateItem(one, empty);
                setGraphic(empty || one == null ? null : mark.apply(one));
            }
        });
        table.getColumns().add(column);
        return this;
    }

    /** Puts other rows in; the same place stays chosen. */
    void show(List<T> rows) {
        int at = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(rows);
        if (!rows.isEmpty()) {
            table.getSelectionModel().select(Math.clamp(at, 0, rows.size() - 1));
        }
    }
}
