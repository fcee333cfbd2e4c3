package org.moderationdesk.quality.view;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Loading;

/** A list of cases of which one is looked at; or what stands in its place while it loads, is lost or empty. */
final class CaseShelf<T> extends StackPane {
    private static final int BARS = 6;

    private final Texts texts;
    private final Shelved<T> what;
    private final Node empty;
    private final ListView<T> list;
    private boolean changing;

    /**
     * @param empty stands there when there are none
     * @param cell says in a line what a row is
     */
    CaseShelf(Texts texts, Shelved<T> what, Node empty, BiConsumer<T, ListedCase> cell) {
        this.texts = texts;
        this.what = what;
        this.empty = empty;
        list = new ListView<>(what.rows());
        list.setId(what.id());
        list.setAccessibleText(what.name());
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> new Cell<>(cell));
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!changing && one != null) {
                what.choose().accept(one);
            }
        });
        what.selected().subscribe(this::showSelected);
        what.state().subscribe(this::show);
        what.rows().subscribe(this::show);
    }

    /**
     * What stands on it, and who is told.
     *
     * @param id of the list, and {@code name} as it is spoken
     * @param selected null for none
     * @param choose told of the one that is to be looked at
     * @param again asks the store anew
     */
    record Shelved<T>(
            String id,
            String name,
            ObservableList<T> rows,
            ReadOnlyObjectProperty<T> selected,
            ReadOnlyObjectProperty<ListState> state,
            Consumer<T> choose,
            Runnable again) {}

    /** Gives the list the focus, or {@code otherwise} where it is empty. */
    void focusOr(Node otherwise) {
        if (getScene() != null) {
            (what.rows().isEmpty() ? otherwise : list).requestFocus();
        }
    }

    private void showSelected(@Nullable T one) {
        changing = true;
        if (one == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(one);
            list.scrollTo(one);
        }
        changing = false;
    }

    private void show() {
        Node shown =
                switch (what.state().get()) {
                    case LOADING -> new Loading(BARS, texts.get("quality.loading"));
                    case LOST -> Lost.of(texts, what.again());
                    case THERE -> what.rows().isEmpty() ? empty : list;
                };
        getChildren().setAll(shown);
        // The list itself must have heard of its rows before one of them can be chosen.
        Platform.runLater(() -> showSelected(what.selected().get()));
    }

    private static final class Cell<T> extends ListCell<T> {
        private final ListedCase lines = new ListedCase();
        private final BiConsumer<T, ListedCase> says;

        Cell(BiConsumer<T, ListedCase> says) {
            this.says = says;
            getStyleClass().add("case-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            says.accept(one, lines);
            setAccessibleText(lines.spoken());
            setGraphic(lines);
        }
    }
}
