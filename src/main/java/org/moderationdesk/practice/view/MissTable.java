package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.SharedWidth;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.Reviewed;

/** Items of a run: what was said, what the key says, and why. Only as many as a window of rows are laid out. */
final class MissTable extends TableView<Reviewed> {
    private static final double ROW = 84;

    private static final double TWO_LINES = 34;

    private final PracticeWords words;
    private ResultModel.@Nullable Result result;

    MissTable(PracticeWords words, Consumer<Reviewed> onReopen) {
        this.words = words;
        setId("practice-items");
        setAccessibleText(words.get("practice.items.list"));
        getStyleClass().addAll("practice-table", "practice-misses");
        setFixedCellSize(ROW);
        SharedWidth.among(this);
        setPlaceholder(Shown.label(words.get("practice.missed.none"), "muted", "size-12"));
        column("item", 200, this::item);
        column("said", 104, one -> said(one, false));
        column("key", 148, one -> said(one, true));
        column("why", 250, this::why);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                reopen(onReopen);
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                reopen(onReopen);
            }
        });
    }

    private void reopen(Consumer<Reviewed> onReopen) {
        Reviewed one = getSelectionModel().getSelectedItem();
        if (one != null) {
            onReopen.accept(one);
        }
    }

    void show(ResultModel.Result now, List<Reviewed> items) {
        Reviewed chosen = getSelectionModel().getSelectedItem();
        result = now;
        getItems().setAll(items);
        items.stream()
                .filter(one ->
                        chosen != null && one.item().id().equals(chosen.item().id()))
                .findFirst()
                .ifPresentOrElse(
                        getSelectionModel()::select, () -> getSelectionModel().selectFirst());
        refresh();
    }

    private interface Says {
        Node of(Reviewed one);
    }

    private void column(String name, double wide, Says says) {
        var column = new TableColumn<Reviewed, Reviewed>(words.get("practice.column." + name));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(wide);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Reviewed one, boolean empty) {
                super.updateItem(one, empty);
                setGraphic(empty || one == null ? null : says.of(one));
            }
        });
        getColumns().add(column);
    }

    private Node item(Reviewed one) {
        Label title = upToTwoLines(words.title(one.item()), "size-12", "medium");
        if (result != null && !result.notes(one).isEmpty()) {
            title.setGraphic(Icons.small(Icon.COMMENT));
            title.setContentDisplay(ContentDisplay.RIGHT);
            title.setAccessibleText(words.get("practice.note.noted", words.title(one.item())));
        }
        Label under = upToTwoLines(words.under(one.item().id(), one.key().clause()), "muted", "size-12");
        var lines = new VBox(title, under);
        if (isRight(one)) {
            Label right = Shown.label(words.get("practice.right"), "size-12", "tone-success");
            right.setGraphic(Icons.small(Icon.DONE));
            lines.getChildren().add(right);
        }
        Dispute asked =
                result == null ? null : result.questioned(one.item().id()).orElse(null);
        if (asked != null) {
            Label state = Shown.label(words.get("practice.dispute." + asked.state()), "size-12", "tone-attention");
            state.setGraphic(Icons.small(Icon.COMMENT));
            lines.getChildren().add(state);
        }
        var row = new HBox(
                Icons.small(words.items().icon(one.item().content().item().kind())), lines);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private boolean isRight(Reviewed one) {
        return result != null && !result.isMissed(one);
    }

    private Node said(Reviewed one, boolean key) {
        Proposal proposal = key
                ? one.key().first()
                : one.answer() == null ? null : one.answer().proposal();
        List<Node> lines = new ArrayList<>();
        lines.add(upToTwoLines(
                words.answer(proposal), key ? new String[] {"size-12", "strong"} : new String[] {"size-12"}));
        String rule = words.rule(proposal, one.key().clause());
        if (!rule.isEmpty()) {
            lines.add(upToTwoLines(rule, "muted", "size-12"));
        }
        if (key && one.key().accepted().size() > 1) {
            lines.add(Shown.label(
                    words.get("practice.key-more", one.key().accepted().size() - 1), "muted", "size-12"));
        }
        return new VBox(lines.toArray(Node[]::new));
    }

    private static Label upToTwoLines(String words, String... styles) {
        Label label = Shown.label(words, styles);
        label.setWrapText(true);
        label.setMaxHeight(TWO_LINES);
        return label;
    }

    private Node why(Reviewed one) {
        Label why = Shown.label(words.told(one.key().why()), "size-12");
        why.setWrapText(true);
        why.setMaxHeight(ROW - 16);
        // A cell centres what is lower than itself.
        return new VBox(why);
    }
}
