package org.moderationdesk.calibration.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.calibration.Offered;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.staff.Person;

/** Where a lead says what a session is about, who is asked and until when. */
final class NewSessionForm {
    private static final List<Integer> DAYS = List.of(1, 2, 3, 5, 7, 14);
    private static final int USUAL = 3;
    private static final double LISTED = 132;

    private final CalibrationModel model;
    private final RulingWords words;
    private final TextField title = new TextField();
    private final TextArea ids = new TextArea();
    private final ComboBox<Integer> days = new ComboBox<>();
    private final List<CheckBox> disputed = new ArrayList<>();
    private final List<Chip> people = new ArrayList<>();

    NewSessionForm(CalibrationModel model, RulingWords words) {
        this.model = model;
        this.words = words;
        title.setId("session-title");
        title.setPromptText(text("calibration.new.name"));
        title.setAccessibleText(text("calibration.new.name"));
        ids.setId("session-ids");
        ids.setPromptText(text("calibration.new.ids"));
        ids.setAccessibleText(text("calibration.new.ids"));
        ids.setPrefRowCount(3);
        Tabs.leaveByTab(ids);
        days.setId("session-days");
        days.getItems().setAll(DAYS);
        days.setValue(USUAL);
        days.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number == null ? "" : text("calibration.new.days", number);
            }

            @Override
            public Integer fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
    }

    private String text(String key, Object... arguments) {
        return words.texts().get(key, arguments);
    }

    void open(Dialogs dialogs, CalibrationModel.Choice choice) {
        for (Offered one : choice.offered()) {
            var box = new CheckBox(words(one));
            box.setUserData(one);
            disputed.add(box);
        }
        var asked = new FlowPane();
        asked.setHgap(4);
        asked.setVgap(4);
        asked.setId("session-people");
        for (Person person : choice.people()) {
            var chip = new Chip(SafeLine.of(person.name()));
            chip.setUserData(person.name());
            people.add(chip);
            asked.getChildren().add(chip);
        }
        var content = new VBox(title, label("calibration.new.cases"));
        if (!disputed.isEmpty()) {
            var boxes = new VBox();
            boxes.getStyleClass().add("gap-4");
            boxes.getChildren().addAll(disputed);
            var scroll = new ScrollPane(boxes);
            scroll.setFitToWidth(true);
            scroll.setMaxHeight(LISTED);
            scroll.getStyleClass().add("edge-less");
            content.getChildren().add(scroll);
        }
        content.getChildren().addAll(ids, label("calibration.new.people"));
        content.getChildren().add(choice.people().size() < 2 ? label("calibration.new.few") : asked);
        content.getChildren().addAll(label("calibration.new.due"), days);
        content.getStyleClass().addAll("gap-8", "ruling-form");
        dialogs.form(text("calibration.new.title"), content, text("calibration.new.begin"), this::send);
        title.requestFocus();
    }

    /**
     * The same, filled in with the cases of an unclear clause: those of child safety need a session of their own, and
     * are chosen only where there are no others.
     */
    void open(Dialogs dialogs, CalibrationModel.Choice choice, ClauseCode clause) {
        if (choice.offered().stream().noneMatch(one -> clause.equals(one.clause()))) {
            dialogs.tell(text("calibration.new.title"), text("calibration.new.under-way", clause.value()));
            return;
        }
        open(dialogs, choice);
        title.setText(text("calibration.new.about", words.named(clause)));
        List<CheckBox> ofClause = disputed.stream()
                .filter(box -> clause.equals(((Offered) box.getUserData()).clause()))
                .toList();
        boolean mixed = ofClause.stream().anyMatch(box -> !((Offered) box.getUserData()).childSafety());
        ofClause.stream()
                .filter(box -> !mixed || !((Offered) box.getUserData()).childSafety())
                .limit(NewSession.MOST_CASES)
                .forEach(box -> box.setSelected(true));
    }

    private String words(Offered one) {
        String clause = one.clause() == null ? "" : one.clause().value();
        return text(
                "calibration.new.disputed." + one.disputed().source(),
                SafeLine.of(one.disputed().decisionId()),
                clause);
    }

    private Label label(String key) {
        var label = new Label(text(key));
        label.setWrapText(true);
        label.getStyleClass().add("size-12");
        return label;
    }

    private Optional<String> send() {
        List<Disputed> cases = new ArrayList<>();
        disputed.stream()
                .filter(CheckBox::isSelected)
                .map(box -> ((Offered) box.getUserData()).disputed())
                .forEach(cases::add);
        List<String> typed = Arrays.stream(ids.getText().split("[,;\\s]+"))
                .filter(id -> !id.isBlank())
                .toList();
        if (typed.stream().anyMatch(id -> id.length() > 36)) {
            return Optional.of(text("calibration.refused.UNKNOWN_DECISION"));
        }
        typed.forEach(id -> cases.add(new Disputed(id, CaseSource.ADDED)));
        List<String> asked = people.stream()
                .filter(Chip::isSelected)
                .map(chip -> (String) chip.getUserData())
                .toList();
        String name = title.getText().strip();
        if (name.isEmpty() || name.length() > NewSession.LONGEST_TITLE) {
            return Optional.of(text("calibration.refused.NO_TITLE"));
        }
        if (cases.isEmpty() || cases.size() > NewSession.MOST_CASES) {
            return Optional.of(text("calibration.refused.NO_CASES"));
        }
        if (asked.size() < 2 || asked.size() > NewSession.MOST_ASKED) {
            return Optional.of(text("calibration.refused.TOO_FEW_ASKED"));
        }
        model.begin(new NewSession(name, cases, asked, model.now().plus(Duration.ofDays(days.getValue()))));
        return Optional.empty();
    }
}
