package org.moderationdesk.practice.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Reminder;

/** Above the sets: what is due and what ends, one's own and, for who trains, everybody's; the gravest first. */
final class ReminderBar extends VBox {
    private static final int FIRST = 3;
    private static final int NAMED = 3;

    private final PracticeModel model;
    private final PracticeWords words;
    private final Consumer<Reminder> onOpen;
    private boolean all;

    ReminderBar(PracticeModel model, PracticeWords words, Consumer<Reminder> onOpen) {
        this.model = model;
        this.words = words;
        this.onOpen = onOpen;
        setId("practice-reminders");
        setAccessibleText(words.get("practice.reminders"));
        getStyleClass().addAll("notice-bar", "gap-4");
        setMinHeight(USE_PREF_SIZE);
        model.overviewProperty().subscribe(this::show);
    }

    /** Whether there is anything to remind of. */
    boolean isNeeded() {
        return !model.overview().reminders().isEmpty();
    }

    /** Goes to the first of them. */
    void openFirst() {
        model.overview().reminders().stream().findFirst().ifPresent(onOpen);
    }

    private void show() {
        List<Reminder> reminders = model.overview().reminders();
        getChildren()
                .setAll(reminders.stream()
                        .limit(all ? reminders.size() : FIRST)
                        .map(this::row)
                        .toList());
        getChildren().stream().limit(1).map(HBox.class::cast).forEach(first -> first.getChildren()
                .add(new KeyHint("R")));
        if (reminders.size() > FIRST && !all) {
            var more = new Hyperlink(words.get("practice.reminders.more", reminders.size() - FIRST));
            more.setId("practice-reminders-more");
            more.setOnAction(_ -> {
                all = true;
                show();
            });
            getChildren().add(more);
        }
    }

    private Node row(Reminder one) {
        boolean over = one.kind() == Reminder.Kind.OVERDUE || one.kind() == Reminder.Kind.ENDED;
        Label sentence = Shown.wrapped(sentence(one), "size-12");
        sentence.setGraphic(Icons.small(over ? Icon.TROUBLE : Icon.DUE));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        var open = new Hyperlink(
                isOfSet(one)
                        ? words.get("practice.reminder.open.set")
                        : words.get("practice.reminder.open.certificates"));
        open.setAccessibleText(words.get("practice.reminder.open.spoken", open.getText(), sentence.getText()));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> onOpen.accept(one));
        var row = new HBox(sentence, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    static boolean isOfSet(Reminder one) {
        return one.kind() == Reminder.Kind.DUE || one.kind() == Reminder.Kind.OVERDUE;
    }

    private String sentence(Reminder one) {
        String title = words.told(one.title());
        String at = words.kit().times().date(one.at());
        boolean own = one.people().equals(List.of(model.person().name()));
        return own
                ? words.get("practice.reminder.own." + one.kind(), title, at)
                : words.get("practice.reminder.team." + one.kind(), title, at, names(one.people()));
    }

    /** "ada, bo, cas and 4 more". */
    private String names(List<String> people) {
        String first = people.stream().limit(NAMED).map(SafeLine::of).collect(Collectors.joining(", "));
        return people.size() <= NAMED ? first : words.get("practice.reminder.names", first, people.size() - NAMED);
    }
}
