package org.moderationdesk.items.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Facts below each other, names in one column and values in the other; as many as there are. */
final class FactList {
    private final ListView<FactLine> list = new ListView<>();

    FactList(String id, String name) {
        list.setId(id);
        list.setAccessibleText(name);
        list.getStyleClass().add("fact-list");
        list.setCellFactory(_ -> new FactCell());
    }

    Node node() {
        return list;
    }

    void show(List<FactLine> facts) {
        list.getItems().setAll(facts);
    }

    private static final class FactCell extends ListCell<FactLine> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(name, value);

        FactCell() {
            name.getStyleClass().addAll("fact-name", "muted");
            value.getStyleClass().add("fact-value");
            value.setMinWidth(0);
            HBox.setHgrow(value, Priority.ALWAYS);
            row.getStyleClass().add("fact-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable FactLine fact, boolean empty) {
            super.updateItem(fact, empty);
            if (empty || fact == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(fact.name());
            value.setText(fact.value());
            value.getStyleClass().remove("mono");
            if (fact.exact()) {
                value.getStyleClass().add("mono");
            }
            setAccessibleText(fact.name() + ". " + fact.value());
            setGraphic(row);
        }
    }
}
