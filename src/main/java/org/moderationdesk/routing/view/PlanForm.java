package org.moderationdesk.routing.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.RoutingRule;
import org.moderationdesk.staff.Rights;

/** The queue or rule that was chosen, to be changed. */
final class PlanForm {
    private final QueuesModel model;
    private final Texts texts;
    private final QueueWords words;
    private final ScrollPane node = new ScrollPane();
    private Chosen shown = new Chosen.Nothing();

    PlanForm(QueuesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new QueueWords(texts);
        node.setId("routing-form");
        node.setFitToWidth(true);
        node.setFocusTraversable(false);
        node.getStyleClass().add("routing-form-scroll");
        model.chosenProperty().subscribe(now -> {
            if (!now.equals(shown)) {
                shown = now;
                show();
            }
        });
        model.stateProperty().subscribe(_ -> show());
    }

    Node node() {
        return node;
    }

    private void show() {
        NamedQueue queue = model.queue();
        RoutingRule rule = model.rule();
        node.setContent(
                queue != null
                        ? queueForm(queue)
                        : rule != null
                                ? ruleForm(rule)
                                : new EmptyState(
                                        Icon.FILTER,
                                        texts.get("routing.nothing-chosen"),
                                        texts.get("routing.nothing-chosen.sentence")));
    }

    private Node queueForm(NamedQueue queue) {
        var form = page(texts.get("routing.queue.title"), words.queue(queue.name()), "routing-queue-remove");
        form.getChildren().add(name(queue.name(), name -> become(queue, now -> now.named(name))));
        form.getChildren().addAll(members(queue), certificate(queue));
        form.getChildren().add(heading("routing.queue.takes"));
        form.getChildren()
                .add(new CriteriaFields(texts, queue.takes(), takes -> become(queue, now -> now.taking(takes))));
        form.getChildren().add(heading("routing.queue.allowed"));
        form.getChildren().addAll(allowed(queue));
        form.getChildren().add(points(queue));
        if (Rights.sees(model.person(), true)) {
            var clearance = new CheckBox(texts.get("routing.queue.clearance"));
            clearance.setId("routing-clearance");
            clearance.setSelected(queue.clearance());
            clearance.setDisable(queue.name().equals(Plan.CHILD_SAFETY) && queue.clearance());
            clearance.setOnAction(_ -> become(queue, now -> now.needingClearance(clearance.isSelected())));
            form.getChildren().add(clearance);
        }
        return form;
    }

    /** The queue may have been changed by another field of the form since it was shown. */
    private void become(NamedQueue first, UnaryOperator<NamedQueue> change) {
        NamedQueue now = Objects.requireNonNullElse(model.queue(), first);
        NamedQueue next = change.apply(now);
        shown = new Chosen.OfQueue(next.name());
        model.change(next);
    }

    private Node members(NamedQueue queue) {
        Set<String> names = new TreeSet<>(model.people());
        names.addAll(queue.members());
        if (names.isEmpty()) {
            return DoorPanel.words(texts.get("routing.queue.no-people"), "muted", "size-12");
        }
        List<Fields.Choice<String>> choices = names.stream()
                .map(name -> new Fields.Choice<>(name, name, queue.members().contains(name), false))
                .toList();
        var chips = Fields.chips(
                "routing-members",
                texts.get("routing.queue.members"),
                choices,
                members -> become(queue, now -> now.of(members)));
        return new VBox(chips, DoorPanel.words(texts.get("routing.queue.members.note"), "muted", "size-12"));
    }

    /** What who claims from it must hold; also one that nobody gives any more, since the queue still demands it. */
    private Node certificate(NamedQueue queue) {
        var box = new ComboBox<String>();
        box.setId("routing-certificate");
        box.setAccessibleText(texts.get("routing.queue.certificate"));
        box.setMaxWidth(Double.MAX_VALUE);
        var names = new TreeSet<>(model.certifications());
        String demanded = Objects.requireNonNullElse(queue.certificate(), "");
        names.add(demanded);
        names.add("");
        box.getItems().setAll(names);
        box.setConverter(new OrNone(texts.get("routing.queue.certificate.none")));
        box.setValue(demanded);
        box.setOnAction(_ -> {
            String chosen = chosen(box, "");
            become(queue, now -> now.demanding(chosen.isEmpty() ? null : chosen));
        });
        return new VBox(
                DoorPanel.field(texts.get("routing.queue.certificate"), box),
                DoorPanel.words(
                        texts.get(
                                model.certifications().isEmpty()
                                        ? "routing.queue.certificate.note.none"
                                        : "routing.queue.certificate.note"),
                        "muted",
                        "size-12"));
    }

    private List<Node> allowed(NamedQueue queue) {
        List<Fields.Choice<Outcome>> outcomes = Arrays.stream(Outcome.values())
                .map(outcome -> new Fields.Choice<>(
                        outcome,
                        texts.get("decisions.outcome." + outcome),
                        queue.allowed().outcomes().contains(outcome),
                        outcome == Outcome.ESCALATE))
                .toList();
        List<Fields.Choice<AccountMeasure.Type>> measures = Arrays.stream(AccountMeasure.Type.values())
                .map(type -> new Fields.Choice<>(
                        type,
                        texts.get("decisions.measure." + type),
                        queue.allowed().measures().contains(type),
                        type == AccountMeasure.Type.NONE))
                .toList();
        return List.of(
                Fields.chips(
                        "routing-outcomes",
                        texts.get("routing.queue.outcomes"),
                        outcomes,
                        chosen -> become(
                                queue,
                                now -> allowing(
                                        now, new Allowed(chosen, now.allowed().measures())))),
                Fields.chips(
                        "routing-measures",
                        texts.get("routing.queue.measures"),
                        measures,
                        chosen -> become(
                                queue,
                                now -> allowing(now, new Allowed(now.allowed().outcomes(), chosen)))));
    }

    private static NamedQueue allowing(NamedQueue queue, Allowed allowed) {
        return queue.allowing(allowed);
    }

    private Node points(NamedQueue queue) {
        var field = new TextField(Integer.toString(queue.points()));
        field.setId("routing-points");
        field.getStyleClass().add("settings-number");
        field.setAccessibleText(texts.get("routing.queue.points"));
        field.textProperty().subscribe((_, typed) -> {
            boolean sound = typed.strip().matches("-?\\d{1,4}");
            field.getStyleClass().remove("wrong");
            if (sound) {
                int points = Integer.parseInt(typed.strip());
                become(queue, now -> now.adding(points));
            } else {
                field.getStyleClass().add("wrong");
            }
        });
        return DoorPanel.field(texts.get("routing.queue.points"), field);
    }

    private Node ruleForm(RoutingRule rule) {
        var form = page(texts.get("routing.rule.title"), rule.name(), "routing-rule-remove");
        form.getChildren()
                .add(name(rule.name(), name -> become(rule, now -> new RoutingRule(name, now.when(), now.to()))));
        form.getChildren().add(heading("routing.rule.when"));
        form.getChildren()
                .add(new CriteriaFields(
                        texts, rule.when(), when -> become(rule, now -> new RoutingRule(now.name(), when, now.to()))));
        var to = new ComboBox<String>();
        to.setId("routing-to");
        to.setAccessibleText(texts.get("routing.rule.to"));
        to.setMaxWidth(Double.MAX_VALUE);
        to.setConverter(new QueueChoice(words));
        to.getItems()
                .setAll(model.planProperty().get().queues().stream()
                        .map(NamedQueue::name)
                        .toList());
        to.setValue(rule.to());
        to.setOnAction(_ -> become(rule, now -> new RoutingRule(now.name(), now.when(), chosen(to, now.to()))));
        form.getChildren().add(DoorPanel.field(texts.get("routing.rule.to"), to));
        form.getChildren().add(order());
        return form;
    }

    private static String chosen(ComboBox<String> box, String otherwise) {
        @Nullable String value = box.getValue();
        return value == null ? otherwise : value;
    }

    private void become(RoutingRule first, UnaryOperator<RoutingRule> change) {
        RoutingRule now = Objects.requireNonNullElse(model.rule(), first);
        RoutingRule next = change.apply(now);
        shown = new Chosen.OfRule(next.name());
        model.change(next);
    }

    private Node order() {
        var up = move("routing-up", "routing.rule.up", Icon.MOVE_UP, "Alt ↑", -1);
        var down = move("routing-down", "routing.rule.down", Icon.MOVE_DOWN, "Alt ↓", 1);
        var row = new HBox(up, down);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Button move(String id, String key, Icon icon, String hint, int by) {
        var line = new HBox(Icons.small(icon), new Label(texts.get(key)), new KeyHint(hint));
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> model.move(by));
        return button;
    }

    /** Taken over when it is done: on Enter, or when the field is left. */
    private Node name(String name, Consumer<String> onName) {
        var field = new TextField(name);
        field.setId("routing-name");
        field.setAccessibleText(texts.get("routing.name"));
        Runnable done = () -> {
            String typed = field.getText().strip();
            if (typed.isEmpty() || isTaken(typed)) {
                field.getStyleClass().remove("wrong");
                field.getStyleClass().add("wrong");
            } else {
                field.getStyleClass().remove("wrong");
                onName.accept(typed);
            }
        };
        field.setOnAction(_ -> done.run());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                done.run();
            }
        });
        return DoorPanel.field(texts.get("routing.name"), field);
    }

    private boolean isTaken(String name) {
        Plan plan = model.planProperty().get();
        NamedQueue queue = model.queue();
        RoutingRule rule = model.rule();
        List<String> others = new ArrayList<>();
        if (queue != null) {
            plan.queues().stream().filter(other -> !other.equals(queue)).forEach(other -> others.add(other.name()));
        } else {
            plan.rules().stream().filter(other -> !other.equals(rule)).forEach(other -> others.add(other.name()));
        }
        return others.stream().anyMatch(name::equalsIgnoreCase);
    }

    private VBox page(String title, String name, String removeId) {
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "size-14");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var remove = KeyButton.of(removeId, texts.get("routing.remove"), "Delete", model::remove);
        remove.getStyleClass().add("quiet");
        remove.setAccessibleText(texts.get("routing.remove.of", name));
        var head = new HBox(heading, gap, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        var page = new VBox(head);
        page.getStyleClass().add("routing-form");
        return page;
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("strong", "size-12", "routing-heading");
        return label;
    }
}
