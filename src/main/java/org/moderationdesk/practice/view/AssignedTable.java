package org.moderationdesk.practice.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;

/** Who is asked to practise a set, until when, and how far they are. */
final class AssignedTable extends StackPane {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final ActedTable<Assignment> table;

    AssignedTable(TrainerModel model, PracticeWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        table = new ActedTable<Assignment>(
                        "practice-assigned",
                        words.get("practice.trainer.ASSIGNED"),
                        words.get("practice.trainer.ASSIGNED.none"),
                        words)
                .column("practice.assigned.who", 220, this::who)
                .column(
                        "practice.fact.due",
                        110,
                        one -> one.due() == null
                                ? words.get("practice.no-due")
                                : words.kit().times().date(one.due()))
                .column(
                        "practice.fact.attempts",
                        90,
                        one -> one.attempts() == 0
                                ? words.get("practice.attempts.any")
                                : words.kit().numbers().whole(one.attempts()))
                .column("practice.fact.feedback", 130, one -> words.get("practice.feedback." + one.feedback()))
                .column("practice.assigned.done", 110, this::done)
                .column(
                        "practice.assigned.state",
                        110,
                        one -> words.get(
                                one.withdrawnAt() == null
                                        ? "practice.assigned.stands"
                                        : "practice.assigned.withdrawn"));
        table.buttons(List.of(
                KeyButton.of("practice-assign", words.get("practice.assign"), "A", this::assign),
                table.onRow(
                        KeyButton.of("practice-withdraw", words.get("practice.withdraw"), "W", this::withdraw),
                        one -> one.withdrawnAt() == null)));
        getChildren().add(table);
    }

    Node list() {
        return table.table();
    }

    void keysTo(Keys keys) {
        keys.on("A", words.get("practice.assign"), this::assign, () -> Shown.isSeen(this))
                .on("W", words.get("practice.withdraw"), this::withdraw, () -> Shown.isSeen(this));
    }

    void show(TrainerModel.Desk desk) {
        table.show(desk.assignments());
    }

    private String who(Assignment one) {
        String people =
                String.join(", ", one.people().stream().map(SafeLine::of).toList());
        return one.group().isEmpty() ? people : words.group(one.group()) + ": " + people;
    }

    /** "2 of 5 passed". */
    private String done(Assignment one) {
        TrainerModel.Desk desk = model.deskProperty().get();
        long passed = desk == null
                ? 0
                : desk.runs().stream()
                        .filter(run -> one.id().equals(run.assignmentId()))
                        .filter(run -> run.score() != null && run.score().passed())
                        .map(Run::person)
                        .distinct()
                        .count();
        return words.get("practice.assigned.passed", passed, one.people().size());
    }

    private void assign() {
        PracticeSet set = model.set();
        if (set != null) {
            new AssignForm(model, words, dialogs, set).open();
        }
    }

    private void withdraw() {
        Assignment one = table.chosen();
        if (one != null && one.withdrawnAt() == null) {
            PracticeModel home = model.home();
            dialogs.confirm(
                    words.get("practice.withdraw.title"),
                    words.get("practice.withdraw.sentence"),
                    words.get("practice.withdraw"),
                    () -> home.act(
                            () -> {
                                home.doors().assignments().withdraw(home.person(), one.id());
                                return true;
                            },
                            _ -> {}));
        }
    }
}
