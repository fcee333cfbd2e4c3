package org.moderationdesk.practice.view;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;

/** What came of a run: figures, what was missed and why, and what to do with that. */
final class ResultPane extends VBox {
    private final ResultModel model;
    private final PracticeWords words;
    private final QuestionForm question;
    private final ResultSide side;
    private final Consumer<Run> printing;
    private final VBox top = new VBox();
    private final MissTable table;
    private final RuleTable rules;
    private final StackPane body = new StackPane();
    private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
    private final Label pattern = Shown.wrapped("", "muted", "size-12");
    private final Button again;
    private final Keys keys;
    private Tab shown = Tab.MISSED;

    /** What is listed, each with its key. */
    private enum Tab {
        MISSED("Alt+1"),
        ALL("Alt+2"),
        RULES("Alt+3");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    /** What can be done from here: an item seen again, what was missed practised again, a print, and going back. */
    record Ways(Consumer<Reviewed> reopen, Consumer<Run> practise, Consumer<Run> print, Runnable back) {}

    ResultPane(ResultModel model, PracticeWords words, QuestionForm question, ResultSide side, Ways ways) {
        this.model = model;
        this.words = words;
        this.question = question;
        this.side = side;
        this.printing = ways.print();
        table = new MissTable(words, ways.reopen());
        table.getSelectionModel().selectedItemProperty().subscribe(model.chosenProperty()::set);
        rules = new RuleTable(words);
        again = KeyButton.of("practice-missed", "", "Shortcut+Enter", () -> practise(ways));
        again.getStyleClass().addAll("accent", "large");
        keys = new Keys(words.get("practice.result"))
                .on("Q", words.get("practice.question"), this::question, this::mayQuestion)
                .on(
                        "Shortcut+Enter",
                        words.get("practice.practise-missed"),
                        () -> practise(ways),
                        () -> inFront() && !again.isDisabled())
                .on("Alt+R", words.get("practice.report"), this::print, this::inFront)
                .on("Alt+Left", words.get("practice.back"), ways.back(), this::inFront);
        Button report = KeyButton.of("practice-report", words.get("practice.report.short"), "Alt+R", this::print);
        report.getStyleClass().add("large");
        report.setMinWidth(USE_PREF_SIZE);
        var foot = new HBox(pattern, Shown.gap(), report, again);
        HBox.setHgrow(pattern, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("gap-12", "practice-foot", "edge-top");
        pattern.setId("practice-pattern");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(120);
        getChildren().addAll(top, tabs(ways), body, foot);
        setId("practice-result");
        getStyleClass().add("surface");
        setMinWidth(0);
        model.shownProperty().subscribe(this::show);
        question.onSent(model::refresh);
    }

    Keys keys() {
        return keys;
    }

    ResultSide side() {
        return side;
    }

    void focus() {
        (shown == Tab.RULES ? rules : table).requestFocus();
    }

    private boolean inFront() {
        return Shown.isSeen(this);
    }

    private Node tabs(Ways ways) {
        var group = new ToggleGroup();
        var row = new FittingRow();
        for (Tab tab : Tab.values()) {
            var button = new ToggleButton();
            button.setId("practice-tab-" + tab);
            button.setToggleGroup(group);
            button.getStyleClass().addAll("quiet", "practice-tab");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> go(tab));
            tabs.put(tab, button);
            keys.on(tab.key, words.get("practice.tab." + tab), () -> go(tab), this::inFront);
            row.getChildren().add(button);
        }
        Node items = hint(words.get("practice.hint.item"), "\u2191", "\u2193");
        Node reopen = hint(words.get("practice.hint.reopen"), "\u21b5");
        Node asks = hint(words.get("practice.hint.question"), "Q");
        Button back = KeyButton.of("practice-back", words.get("practice.back"), "Alt+Left", ways.back());
        row.getChildren().addAll(Shown.gap(), items, reopen, asks, back);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-tabs", "edge-bottom");
        row.dispensable(List.of(FittingRow.part(items), FittingRow.part(reopen), FittingRow.part(asks)));
        return row;
    }

    private static Node hint(String words, String... keys) {
        var hint = new HBox();
        hint.getStyleClass().add("gap-4");
        hint.setAlignment(Pos.CENTER_LEFT);
        for (String key : keys) {
            hint.getChildren().add(new KeyHint(key));
        }
        hint.getChildren().add(Shown.whole(words, "muted", "size-12"));
        hint.setMinWidth(USE_PREF_SIZE);
        return hint;
    }

    private ToggleButton toggle(Tab tab) {
        return Objects.requireNonNull(tabs.get(tab), "laid out before");
    }

    private void go(Tab tab) {
        shown = tab;
        showTab();
        focus();
    }

    private void show(ResultModel.@Nullable Result result) {
        if (result == null) {
            return;
        }
        top.getChildren().setAll(head(result), new FiguresRow(result, words));
        severe(result).ifPresent(top.getChildren()::add);
        count(Tab.MISSED, result.missed().size());
        count(Tab.ALL, result.items().size());
        count(Tab.RULES, result.figures().byRule().size());
        int open = result.unanswered();
        pattern.setText(
                open == 0
                        ? result.figures().advice()
                        : words.get("practice.unanswered", open) + " "
                                + result.figures().advice());
        int missed = result.missed().size() + open;
        again.setText(words.get("practice.practise", missed));
        Shown.put(again, model.isOwn());
        again.setDisable(missed == 0);
        showTab();
    }

    private void count(Tab tab, int number) {
        toggle(tab).setText(words.get("practice.tab." + tab));
        toggle(tab).setGraphic(Tag.count(words.kit().numbers().whole(number)));
        toggle(tab).setContentDisplay(ContentDisplay.RIGHT);
        toggle(tab).setAccessibleText(words.get("practice.tab.spoken", words.get("practice.tab." + tab), number));
    }

    private void showTab() {
        ResultModel.Result result = model.shownProperty().get();
        tabs.forEach((tab, button) -> button.setSelected(tab == shown));
        if (result == null) {
            return;
        }
        if (shown == Tab.RULES) {
            rules.getItems().setAll(result.figures().byRule());
            lay(rules);
        } else {
            table.show(result, shown == Tab.MISSED ? result.missed() : result.items());
            lay(table);
        }
    }

    /** Leaves what lies there already where it is: taken away and put back it would lose the focus. */
    private void lay(Node list) {
        if (!body.getChildren().equals(List.of(list))) {
            body.getChildren().setAll(list);
        }
    }

    private Node head(ResultModel.Result result) {
        Run run = result.run();
        Label title = Shown.label(
                words.get(
                        "practice.result.title",
                        words.title(result.set().newest().terms())),
                "strong",
                "size-16");
        title.setMinWidth(0);
        var attempt = new Tag(words.get("practice.attempt", run.attempt()));
        Tag mark = RunTable.mark(run, words);
        mark.setId("practice-passed");
        var first = new HBox(Icons.head(Icon.PRACTICE), title, attempt, mark, Shown.gap());
        if (run.missedOf() != null) {
            first.getChildren().add(3, new Tag(words.get("practice.missed-only")));
        }
        if (!model.isOwn()) {
            Label seen =
                    Shown.label(words.get("practice.result.as-seen", SafeLine.of(run.person())), "muted", "size-12");
            seen.setGraphic(Icons.small(Icon.REVEALED));
            first.getChildren().add(seen);
        }
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("gap-8");
        var second = new HBox(
                Shown.label(SafeLine.of(run.person()), "muted", "size-12"),
                Shown.label(when(run), "muted", "size-12"),
                Shown.label(words.get("practice.result.never"), "muted", "size-12"));
        second.getStyleClass().add("gap-16");
        var head = new VBox(first, second);
        head.getStyleClass().addAll("practice-result-head", "edge-bottom");
        return head;
    }

    /** "17 Nov 12:58 to 14:20, break of 10 min". */
    private String when(Run run) {
        Instant end = Objects.requireNonNull(run.endedAt(), "it is over");
        var times = words.kit().times();
        String from = times.moment(run.startedAt(), words.kit().clock().instant());
        return run.pausedMs() < 60_000
                ? words.get("practice.result.when", from, times.clock(end))
                : words.get(
                        "practice.result.when.break",
                        from,
                        times.clock(end),
                        times.span(Duration.ofMillis(run.pausedMs())));
    }

    private Optional<Node> severe(ResultModel.Result result) {
        if (result.figures().severe().isEmpty()) {
            return Optional.empty();
        }
        boolean fails = result.set().newest().terms().scoring().severeFails();
        Label line = Shown.wrapped(
                words.get(
                        fails ? "practice.severe.fails" : "practice.severe",
                        String.join(", ", result.figures().severe())),
                "size-12",
                "tone-attention",
                "practice-severe");
        line.setGraphic(Icons.small(Icon.TROUBLE));
        line.setId("practice-severe");
        line.setMaxWidth(Double.MAX_VALUE);
        return Optional.of(line);
    }

    private void print() {
        ResultModel.Result result = model.shownProperty().get();
        if (result != null) {
            printing.accept(result.run());
        }
    }

    private boolean mayQuestion() {
        return inFront()
                && model.isOwn()
                && shown != Tab.RULES
                && table.getSelectionModel().getSelectedItem() != null;
    }

    private void question() {
        ResultModel.Result result = model.shownProperty().get();
        Reviewed one = table.getSelectionModel().getSelectedItem();
        if (result != null && one != null) {
            question.open(result.run(), one);
        }
    }

    private void practise(Ways ways) {
        ResultModel.Result result = model.shownProperty().get();
        if (result != null && !again.isDisabled() && model.isOwn()) {
            ways.practise().accept(result.run());
        }
    }
}
