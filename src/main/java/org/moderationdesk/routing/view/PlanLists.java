package org.moderationdesk.routing.view;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.RoutingRule;

/** The queues, and the rules in the order in which they are asked. */
final class PlanLists {
    private final QueuesModel model;
    private final Texts texts;
    private final QueueWords words;
    private final ListView<NamedQueue> queues = new ListView<>();
    private final ListView<RoutingRule> rules = new ListView<>();
    private final ComboBox<String> fallback = new ComboBox<>();
    private final VBox node = new VBox();
    private boolean showing;

    PlanLists(QueuesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new QueueWords(texts);
        list(queues, "routing-queues", "routing.queues");
        queues.setCellFactory(_ -> new Cell<>(this::queueWords));
        list(rules, "routing-rules", "routing.rules");
        rules.setCellFactory(_ -> new Cell<>(this::ruleWords));
        queues.getSelectionModel().selectedItemProperty().subscribe(queue -> {
            if (!showing && queue != null) {
                model.choose(new Chosen.OfQueue(queue.name()));
            }
        });
        rules.getSelectionModel().selectedItemProperty().subscribe(rule -> {
            if (!showing && rule != null) {
                model.choose(new Chosen.OfRule(rule.name()));
            }
        });
        var noRules = new Label(texts.get("routing.rules.none"));
        noRules.getStyleClass().addAll("muted", "size-12");
        noRules.setWrapText(true);
        rules.setPlaceholder(noRules);
        node.setId("routing-lists");
        node.getStyleClass().addAll("routing-lists", "edge-right");
        node.getChildren()
                .addAll(
                        head("routing.queues", "routing-queue-add", "routing.queue.add", "Ctrl N", this::addQueue),
                        queues,
                        head("routing.rules", "routing-rule-add", "routing.rule.add", "Ctrl Shift N", this::addRule),
                        rules,
                        otherwise());
        VBox.setVgrow(queues, Priority.ALWAYS);
        VBox.setVgrow(rules, Priority.ALWAYS);
        model.planProperty().subscribe(this::show);
        model.chosenProperty().subscribe(_ -> select());
    }

    Node node() {
        return node;
    }

    void focus() {
        queues.requestFocus();
    }

    void addQueue() {
        model.addQueue(number -> texts.get("routing.queue.new", number));
    }

    void addRule() {
        model.addRule(number -> texts.get("routing.rule.new", number));
    }

    private void list(ListView<?> list, String id, String key) {
        list.setId(id);
        list.setAccessibleText(texts.get(key));
        list.setPrefHeight(160);
    }

    private Node head(String key, String id, String addKey, String hint, Runnable add) {
        var title = new Label(texts.get(key));
        title.getStyleClass().addAll("strong", "size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(Icons.small(Icon.ADD), new KeyHint(hint));
        line.getStyleClass().add("gap-4");
        line.setAlignment(Pos.CENTER);
        var button = new Button(null, line);
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.setAccessibleText(texts.get(addKey));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> add.run());
        var head = new HBox(title, gap, button);
        head.getStyleClass().addAll("routing-list-head", "surface", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node otherwise() {
        fallback.setId("routing-default");
        fallback.setAccessibleText(texts.get("routing.default"));
        fallback.setMaxWidth(Double.MAX_VALUE);
        fallback.setConverter(new QueueChoice(words));
        fallback.setOnAction(_ -> {
            if (!showing) {
                model.fallback(fallback.getValue());
            }
        });
        var label = new Label(texts.get("routing.default"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(fallback);
        var box = new VBox(label, fallback);
        box.getStyleClass().addAll("gap-4", "routing-default");
        return box;
    }

    private void show(Plan plan) {
        showing = true;
        queues.getItems().setAll(plan.queues());
        rules.getItems().setAll(plan.rules());
        fallback.getItems().setAll(plan.queues().stream().map(NamedQueue::name).toList());
        fallback.setValue(plan.fallback());
        showing = false;
        select();
    }

    private void select() {
        showing = true;
        select(queues, model.queue());
        select(rules, model.rule());
        showing = false;
    }

    private static <T> void select(ListView<T> list, @Nullable T item) {
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(item);
        }
    }

    private List<String> queueWords(NamedQueue queue) {
        String members = queue.members().isEmpty()
                ? texts.get("routing.queue.for-all")
                : texts.get("routing.queue.count", queue.members().size());
        return List.of(words.queue(queue.name()), members);
    }

    private List<String> ruleWords(RoutingRule rule) {
        int number = model.planProperty().get().rules().indexOf(rule) + 1;
        return List.of(number + "  " + rule.name(), "→ " + words.queue(rule.to()));
    }

    /** A name, and something about it. */
    private static final class Cell<T> extends ListCell<T> {
        private final Function<T, List<String>> words;
        private final Label name = new Label();
        private final Label more = new Label();
        private final HBox line;

        Cell(Function<T, List<String>> words) {
            this.words = words;
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            more.getStyleClass().addAll("muted", "size-12");
            name.setMinWidth(0);
            more.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(name, gap, more);
            line.getStyleClass().add("gap-8");
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                List<String> said = words.apply(item);
                name.setText(said.getFirst());
                more.setText(said.getLast());
                setGraphic(line);
                setAccessibleText(String.join(", ", said));
            }
        }
    }
}
