package org.moderationdesk.practice.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Whom;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Role;

/** Where a trainer says who is asked to practise a set, until when, and how. */
final class AssignForm {
    private static final int MOST_DAYS = 365;
    private static final int USUAL_DAYS = 14;
    private static final int MOST_ATTEMPTS = 20;

    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final PracticeSet set;
    private final List<Chip> people = new ArrayList<>();
    private final ComboBox<Kind> whom = new ComboBox<>();
    private final TextField queue = new TextField();
    private final Spinner<Integer> days = new Spinner<>(0, MOST_DAYS, USUAL_DAYS);
    private final Spinner<Integer> attempts = new Spinner<>(0, MOST_ATTEMPTS, 3);
    private final ComboBox<Feedback> feedback = new ComboBox<>();
    private final CheckBox shuffled = new CheckBox();
    private final CheckBox timed = new CheckBox();

    /** Who is asked. */
    private enum Kind {
        PEOPLE,
        REVIEWERS,
        QUEUE
    }

    AssignForm(TrainerModel model, PracticeWords words, Dialogs dialogs, PracticeSet set) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.set = set;
    }

    /** Reads who there is to ask, then asks. */
    void open() {
        model.home().read(() -> model.home().doors().people().all(), this::open);
    }

    private void open(List<Member> all) {
        var chips = new FlowPane();
        chips.getStyleClass().add("gap-4");
        chips.setPrefWrapLength(480);
        all.stream()
                .filter(member -> !member.disabled() && Rights.has(member.person(), Right.PRACTISE))
                .forEach(member -> {
                    var chip = new Chip(SafeLine.of(member.name()));
                    chip.setId("practice-asked-" + member.name());
                    chip.setUserData(member.name());
                    people.add(chip);
                    chips.getChildren().add(chip);
                });
        if (people.isEmpty()) {
            chips.getChildren().add(Shown.label(words.get("practice.assign.nobody"), "muted", "size-12"));
        }
        combo(whom, "practice-whom", "practice.assign.whom", Kind.values(), "practice.assign.kind.");
        whom.setValue(Kind.PEOPLE);
        combo(feedback, "practice-feedback", "practice.fact.feedback", Feedback.values(), "practice.feedback.");
        feedback.setValue(Feedback.AT_THE_END);
        queue.setId("practice-assign-queue");
        queue.setPromptText(words.get("practice.assign.queue"));
        queue.setAccessibleText(words.get("practice.assign.queue"));
        whom.valueProperty().subscribe(kind -> {
            Shown.put(chips, kind == Kind.PEOPLE);
            Shown.put(queue, kind == Kind.QUEUE);
        });
        spinner(days, "practice-days", "practice.assign.days");
        spinner(attempts, "practice-attempts", "practice.assign.attempts");
        shuffled.setText(words.get("practice.assign.shuffled"));
        shuffled.setSelected(true);
        timed.setText(words.get("practice.assign.timed"));
        timed.setSelected(true);
        var numbers = new HBox(
                named("practice.assign.days", days),
                named("practice.assign.attempts", attempts),
                named("practice.fact.feedback", feedback));
        numbers.getStyleClass().add("gap-16");
        var form = new VBox(named("practice.assign.whom", whom), chips, queue, numbers, shuffled, timed);
        form.getStyleClass().add("gap-12");
        form.setMaxWidth(520);
        new StoreForm(dialogs, form)
                .open(words.get("practice.assign.title", words.named(set)), words.get("practice.assign"), this::send);
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        Whom asked =
                switch (whom.getValue()) {
                    case PEOPLE -> new Whom.Named(chosen());
                    case REVIEWERS -> new Whom.OfRole(Role.REVIEWER);
                    case QUEUE -> new Whom.OfQueue(queue.getText().strip());
                };
        if (asked instanceof Whom.Named(List<String> names) && names.isEmpty()) {
            onRefused.accept(words.get("practice.assign.choose"));
            return;
        }
        Instant now = words.kit().clock().instant();
        Instant due = days.getValue() == 0 ? null : now.plus(Duration.ofDays(days.getValue()));
        var terms = new AssignmentTerms(
                due, attempts.getValue(), shuffled.isSelected(), timed.isSelected(), feedback.getValue());
        model.act(
                () -> model.home().doors().assignments().assign(model.home().person(), set.id(), asked, terms),
                _ -> onDone.run(),
                onRefused);
    }

    private List<String> chosen() {
        return people.stream()
                .filter(Chip::isSelected)
                .map(chip -> Objects.toString(chip.getUserData()))
                .toList();
    }

    private <T extends Enum<T>> void combo(ComboBox<T> box, String id, String name, T[] values, String prefix) {
        box.setId(id);
        box.setAccessibleText(words.get(name));
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.get(prefix + value);
            }

            @Override
            public T fromString(String shown) {
                throw new UnsupportedOperationException("is chosen, not typed");
            }
        });
    }

    private void spinner(Spinner<Integer> spinner, String id, String key) {
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.setAccessibleText(words.get(key));
        spinner.getEditor().setAccessibleText(words.get(key));
    }

    private VBox named(String key, Node control) {
        var both = new VBox(Shown.label(words.get(key), "field-label"), control);
        both.getStyleClass().add("gap-4");
        return both;
    }
}
