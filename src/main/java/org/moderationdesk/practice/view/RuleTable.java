package org.moderationdesk.practice.view;

import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.moderationdesk.fx.SharedWidth;
import org.moderationdesk.items.view.SafeLine;

/** Each clause that keys speak of: how often it was answered as they do. */
final class RuleTable extends TableView<Figures.Rule> {
    private final PracticeWords words;

    RuleTable(PracticeWords words) {
        this.words = words;
        setId("practice-rules");
        setAccessibleText(words.get("practice.tab.RULES"));
        getStyleClass().add("practice-table");
        SharedWidth.among(this);
        setPlaceholder(Shown.label(words.get("practice.rules.none"), "muted", "size-12"));
        column("clause", 80, rule -> rule.clause().value());
        column("section", 220, rule -> words.items().section(PracticeWords.sectionCode(rule.clause())));
        column("right", 120, rule -> words.get("practice.rules.right-of", rule.right(), rule.of()));
        column("extra", 80, rule -> words.kit().numbers().whole(rule.extra()));
        column("text", 300, rule -> SafeLine.of(words.items().bookWords().text(rule.clause())));
    }

    private void column(String name, double wide, Function<Figures.Rule, String> says) {
        var column = new TableColumn<Figures.Rule, String>(words.get("practice.rules." + name));
        column.setCellValueFactory(row -> new SimpleStringProperty(says.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(wide);
        getColumns().add(column);
    }
}
