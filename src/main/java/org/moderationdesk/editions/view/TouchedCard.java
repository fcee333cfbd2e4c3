package org.moderationdesk.editions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.NewReReview;
import org.moderationdesk.editions.ReReview;
import org.moderationdesk.editions.ReReviews.Trial;
import org.moderationdesk.editions.Touched;
import org.moderationdesk.editions.view.EditionsModel.Shown;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.settings.view.LongWork;

/** For leads: how many past decisions the edition touches, and having them reviewed again. */
final class TouchedCard extends VBox {
    private static final double LISTED = 160;
    private static final int SOME_DAYS = 14;

    private final EditionsModel model;
    private final EditionWords words;
    private final Dialogs dialogs;
    private final LongWork work;
    private final Label said = DoorPanel.words("", "size-12");
    private final VBox clauses = new VBox();
    private final ScrollPane list = new ScrollPane(clauses);
    private final VBox form = new VBox();
    private final VBox reReviews = new VBox();
    private final TextField sample = new TextField();
    private final TextField seed = new TextField("1");
    private final TextField reason = new TextField();
    private final Button count;
    private @Nullable String of;

    TouchedCard(EditionsModel model, EditionWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.work = new LongWork(model.kit(), dialogs);
        getStyleClass().addAll("card", "gap-8");
        setId("editions-touched");
        var heading = new Label(words.texts().get("editions.touched"));
        heading.getStyleClass().addAll("strong", "size-14");
        count = KeyButton.of("editions-count-touched", words.texts().get("editions.count"), "Alt+T", this::count);
        said.setId("editions-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        clauses.setId("editions-clauses");
        clauses.getStyleClass().add("gap-4");
        list.setFitToWidth(true);
        list.setMaxHeight(LISTED);
        list.getStyleClass().add("edge-less");
        list.setAccessibleText(words.texts().get("editions.clauses"));
        form.getStyleClass().add("gap-8");
        reReviews.setId("editions-re-reviews");
        reReviews.getStyleClass().add("gap-8");
        layOutForm();
        getChildren()
                .addAll(
                        heading,
                        DoorPanel.words(words.texts().get("editions.touched.sentence"), "muted", "size-12"),
                        count,
                        said,
                        list,
                        form,
                        reReviews);
        forget();
        model.shownProperty().subscribe(this::show);
    }

    private void layOutForm() {
        field(sample, "editions-sample", "editions.sample");
        field(seed, "editions-seed", "editions.seed");
        field(reason, "editions-reason", "editions.reason");
        sample.setPrefColumnCount(5);
        seed.setPrefColumnCount(5);
        var drawn = new HBox(named("editions.sample.name", sample), named("editions.seed.name", seed));
        drawn.getStyleClass().add("gap-12");
        var trial = KeyButton.of("editions-try", words.texts().get("editions.try"), "Alt+D", this::tryOut);
        form.getChildren().addAll(drawn, reason, trial);
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(words.texts().get(key));
        field.setAccessibleText(words.texts().get(key));
    }

    private Node named(String key, TextField field) {
        var name = new Label(words.texts().get(key));
        name.getStyleClass().addAll("muted", "size-12");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private void show(@Nullable Shown shown) {
        boolean there = shown != null && !shown.edition().isFirst();
        setVisible(there);
        setManaged(there);
        if (shown == null) {
            return;
        }
        if (!shown.edition().name().equals(of)) {
            of = shown.edition().name();
            forget();
        }
        List<Node> lines = new ArrayList<>();
        shown.reReviews().forEach(one -> lines.add(line(one)));
        reReviews.getChildren().setAll(lines);
    }

    private void forget() {
        said.setText("");
        clauses.getChildren().clear();
        put(list, false);
        put(form, false);
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Counts in the background; it can be stopped. */
    void count() {
        Shown shown = model.shownProperty().get();
        if (shown == null || shown.edition().isFirst()) {
            return;
        }
        forget();
        work.run(
                words.texts().get("editions.counting"),
                progress -> model.doors().touched().count(model.person(), shown.shelf(), shown.edition(), progress),
                this::counted,
                this::failed);
    }

    private void counted(Touched touched) {
        said.setText(words.texts().get("editions.counted", touched.decisions(), number(touched.decisions())));
        for (Map.Entry<ClauseCode, Long> one : touched.byClause().entrySet()) {
            if (one.getValue() > 0) {
                var box = new CheckBox(
                        words.texts().get("editions.clause", one.getKey().value(), number(one.getValue())));
                box.setUserData(one.getKey());
                box.setSelected(true);
                box.setId("editions-clause-" + one.getKey().value().replace('.', '-'));
                clauses.getChildren().add(box);
            }
        }
        put(list, touched.decisions() > 0);
        put(form, touched.decisions() > 0);
    }

    private String number(long number) {
        return model.kit().numbers().whole(number);
    }

    /** What it would be; from its answer one goes on to the re-review itself. */
    void tryOut() {
        Shown shown = model.shownProperty().get();
        if (shown == null || !form.isVisible()) {
            return;
        }
        OptionalLong drawn = typed(sample, 0, NewReReview.MOST);
        OptionalLong by = typed(seed, Long.MIN_VALUE, Long.MAX_VALUE);
        if (drawn.isEmpty() || by.isEmpty()) {
            said.setText(words.texts().get("editions.numbers", NewReReview.MOST));
            return;
        }
        var wanted = new NewReReview(
                shown.edition(), chosen(), (int) drawn.getAsLong(), by.getAsLong(), reason.getText(), SOME_DAYS);
        work.run(
                words.texts().get("editions.trying"),
                progress -> model.doors().reReviews().dryRun(model.person(), shown.shelf(), wanted, progress),
                trial -> ask(shown, wanted, trial),
                this::failed);
    }

    private static OptionalLong typed(TextField field, long least, long most) {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            return OptionalLong.of(0);
        }
        try {
            long number = Long.parseLong(typed);
            return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }

    private Set<ClauseCode> chosen() {
        var chosen = new TreeSet<ClauseCode>();
        for (Node node : clauses.getChildren()) {
            if (node instanceof CheckBox box && box.isSelected()) {
                chosen.add((ClauseCode) box.getUserData());
            }
        }
        return chosen;
    }

    private void ask(Shown shown, NewReReview wanted, Trial trial) {
        dialogs.confirm(
                words.texts().get("editions.re-review"),
                words.texts()
                        .get(
                                "editions.would",
                                number(trial.decisions().size()),
                                number(trial.found()),
                                wanted.dueDays()),
                words.texts().get("editions.re-review.open"),
                // Once this question is closed: the work has a panel of its own.
                () -> model.kit().background().run(() -> wanted, now -> open(shown, now), this::failed));
    }

    private void open(Shown shown, NewReReview wanted) {
        work.run(
                words.texts().get("editions.opening"),
                progress -> {
                    ReReview opened = model.doors().reReviews().open(model.person(), shown.shelf(), wanted, progress);
                    return model.doors().reReviews().ask(model.person(), opened.id(), progress);
                },
                this::asked,
                failure -> {
                    // What was chosen before it was stopped stays, and is shown.
                    model.recorded(shown.edition().name());
                    failed(failure);
                });
    }

    private void asked(int asked) {
        forget();
        said.setText(words.texts().get("editions.asked", asked, number(asked)));
        Shown shown = model.shownProperty().get();
        if (shown != null) {
            model.recorded(shown.edition().name());
        }
    }

    private void goOn(ReReview one) {
        work.run(
                words.texts().get("editions.opening"),
                progress -> model.doors().reReviews().ask(model.person(), one.id(), progress),
                this::asked,
                this::failed);
    }

    private void failed(Exception failure) {
        said.setText(
                failure instanceof CancellationException
                        ? words.texts().get("editions.stopped")
                        : model.words(failure));
    }

    private Node line(ReReview one) {
        ReReview.Stages stages = one.stages();
        var head = new Label(words.texts()
                .get("editions.line", model.kit().times().date(one.at()), SafeLine.of(one.by()), one.chosen()));
        head.getStyleClass().add("size-12");
        head.setWrapText(true);
        var bar = new ProgressBar(stages.all() == 0 ? 1 : (double) stages.done() / stages.all());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        String far = words.texts()
                .get(
                        "editions.stages",
                        stages.waiting(),
                        stages.agreed(),
                        stages.differs(),
                        stages.settled(),
                        stages.gone());
        bar.setAccessibleText(far);
        var state = DoorPanel.words(far, "muted", "size-12");
        var box = new VBox(head, bar, state);
        if (stages.toAsk() > 0) {
            var goOn = DoorPanel.button(
                    "editions-go-on", words.texts().get("editions.go-on", number(stages.toAsk())), () -> goOn(one));
            box.getChildren().add(goOn);
        }
        box.getStyleClass().addAll("gap-4", "edition-re-review");
        return box;
    }
}
