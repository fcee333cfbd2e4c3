package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.SetState;

/** Beside a result: where answers differ, progress over attempts, and what comes next. */
final class ResultSide extends VBox {
    private static final int STEPS = 3;

    private final ResultModel model;
    private final PracticeWords words;
    private final Consumer<ClauseCode> onGuidelines;
    private final VBox content = new VBox();

    ResultSide(ResultModel model, PracticeWords words, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.words = words;
        this.onGuidelines = onGuidelines;
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        getStyleClass().addAll("practice-side", "bar-surface");
        setId("practice-side");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.side"));
        model.shownProperty().subscribe(this::show);
    }

    private void show(ResultModel.@Nullable Result result) {
        content.getChildren().clear();
        if (result == null) {
            return;
        }
        content.getChildren().add(outcomes(result));
        if (!result.attempts().isEmpty()) {
            content.getChildren().add(progress(result));
        }
        Node next = next(result);
        if (next != null) {
            content.getChildren().add(next);
        }
    }

    private static VBox section(Node... parts) {
        var section = new VBox(parts);
        section.getStyleClass().addAll("gap-8", "practice-section", "edge-bottom");
        return section;
    }

    private HBox head(String title, Node... beside) {
        var head = new HBox(Shown.whole(title, "strong", "size-14"), Shown.gap());
        head.getChildren().addAll(beside);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        return head;
    }

    private Node outcomes(ResultModel.Result result) {
        return section(
                head(
                        words.get("practice.grid"),
                        Shown.label(words.get("practice.items", result.items().size()), "muted", "size-12")),
                new OutcomeGrid(result.figures(), words),
                Shown.label(words.get("practice.grid.legend"), "muted", "size-11"));
    }

    private Node progress(ResultModel.Result result) {
        List<ProgressChart.Point> points = new ArrayList<>();
        for (Run run : result.attempts()) {
            var score = run.score();
            if (score != null) {
                Double median = result.medians().get(run.attempt());
                points.add(new ProgressChart.Point(
                        words.kit().times().date(run.startedAt()),
                        words.get("practice.attempt", run.attempt()),
                        score.percent(),
                        median == null ? null : median / 100));
            }
        }
        boolean group = points.stream().anyMatch(point -> point.median() != null);
        var own = Shown.whole(SafeLine.of(result.run().person()), "size-12");
        own.setGraphic(sample("own-line"));
        var median = Shown.whole(words.get("practice.progress.median"), "size-12");
        median.setGraphic(sample("median-line"));
        Shown.put(median, group);
        return section(
                head(words.get("practice.progress"), own, median),
                new ProgressChart(
                        points, result.set().newest().terms().scoring().passMark(), words));
    }

    private static Node sample(String style) {
        var line = new Line(0, 0, 16, 0);
        line.getStyleClass().add(style);
        return line;
    }

    private @Nullable Node next(ResultModel.Result result) {
        List<Node> steps = new ArrayList<>();
        nextSet(result)
                .ifPresent(set -> steps.add(step(
                        Icon.PRACTICE,
                        words.get("practice.next.set", words.named(set)),
                        words.get("practice.items", set.newest().items()),
                        () -> {
                            model.close();
                            model.home().select(set);
                        })));
        TreeSet<String> sections = result.missed().stream()
                .map(one -> one.key().clause())
                .filter(Objects::nonNull)
                .map(PracticeWords::sectionCode)
                .collect(Collectors.toCollection(TreeSet::new));
        sections.stream().limit(STEPS).forEach(section -> result.missed().stream()
                .map(one -> one.key().clause())
                .filter(clause ->
                        clause != null && PracticeWords.sectionCode(clause).equals(section))
                .findFirst()
                .ifPresent(clause -> steps.add(step(
                        Icon.GUIDELINES,
                        words.get("practice.next.read", section, words.items().section(section)),
                        words.get("practice.next.guidelines"),
                        () -> onGuidelines.accept(clause)))));
        result.disputes().stream()
                .filter(one -> one.state() == Dispute.State.OPEN
                        && one.runId().equals(result.run().id()))
                .forEach(one -> steps.add(step(
                        Icon.COMMENT,
                        words.get("practice.next.talk", SafeLine.of(one.itemId())),
                        words.get("practice.dispute.OPEN"),
                        null)));
        if (steps.isEmpty()) {
            return null;
        }
        VBox section = section(head(words.get("practice.next")));
        section.getChildren().addAll(steps);
        return section;
    }

    /** One that is published and not passed yet: first what is asked, then what is open to all. */
    private Optional<PracticeSet> nextSet(ResultModel.Result result) {
        PracticeModel.Overview now = model.home().overview();
        return now.on(SetState.PUBLISHED).stream()
                .filter(set -> !set.id().equals(result.set().id()))
                .filter(set -> now.runs(set.id()).stream()
                        .noneMatch(run -> run.score() != null && run.score().passed()))
                .min(Comparator.comparing(
                                (PracticeSet set) -> now.asked(set.id()).isEmpty())
                        .thenComparingInt(PracticeSet::number));
    }

    private static Node step(Icon icon, String what, String beside, @Nullable Runnable act) {
        Node name;
        if (act == null) {
            name = Shown.label(what, "size-12");
        } else {
            var link = new Hyperlink(what);
            link.getStyleClass().add("size-12");
            link.setOnAction(_ -> act.run());
            link.setMinWidth(0);
            link.setWrapText(true);
            name = link;
        }
        var row = new HBox(Icons.small(icon), name, Shown.gap(), Shown.whole(beside, "muted", "size-12"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    /** Adds a part below, such as what only trainers do here. */
    void below(Node part) {
        getChildren().add(part);
    }
}
