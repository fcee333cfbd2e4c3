package org.moderationdesk.calibration.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.Section;

/** Where a lead writes what is right for a case, and why; it begins from what most said. */
final class RulingForm {
    private static final List<Outcome> OUTCOMES = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome != Outcome.ESCALATE)
            .toList();

    private final CalibrationModel model;
    private final RulingWords words;
    private final ComboBox<Outcome> outcome = new ComboBox<>();
    private final TextField clauses = new TextField();
    private final ComboBox<Ground> ground = new ComboBox<>();
    private final TextArea reason = new TextArea();
    private final TextArea second = new TextArea();

    /** A ground, or a carve-out of a section that the answers name. */
    private record Ground(ExceptionGround ground, @Nullable CarveOutCode carveOut) {}

    RulingForm(CalibrationModel model, RulingWords words, CalibrationModel.Side side) {
        this.model = model;
        this.words = words;
        outcome.setId("ruling-outcome");
        outcome.getItems().setAll(OUTCOMES);
        outcome.setConverter(said(words::outcome));
        outcome.setMaxWidth(Double.MAX_VALUE);
        clauses.setId("ruling-clauses");
        ground.setId("ruling-ground");
        ground.setConverter(said(this::ground));
        ground.setMaxWidth(Double.MAX_VALUE);
        ground.disableProperty().bind(outcome.valueProperty().isNotEqualTo(Outcome.EXCEPTION));
        area(reason, "ruling-reason", "calibration.ruling.reason", 4);
        area(second, "ruling-second", "calibration.ruling.second", 2);
        begin(side);
    }

    private void area(TextArea area, String id, String key, int rows) {
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setAccessibleText(words.texts().get(key, language(other())));
        Tabs.leaveByTab(area);
    }

    private void begin(CalibrationModel.Side side) {
        Proposal from = side.answers().isEmpty()
                ? side.inForce().proposal()
                : side.answers().getFirst().proposal();
        outcome.setValue(from.outcome() == Outcome.ESCALATE ? null : from.outcome());
        List<ClauseCode> yes = side.answers().stream()
                .flatMap(one -> one.proposal().answered(Answer.YES).stream())
                .distinct()
                .sorted()
                .toList();
        clauses.setText(
                RulingWords.clauses(yes.isEmpty() ? side.inForce().proposal().answered(Answer.YES) : yes));
        for (ExceptionGround one : ExceptionGround.general()) {
            ground.getItems().add(new Ground(one, null));
        }
        yes.stream()
                .map(ClauseCode::section)
                .distinct()
                .flatMap(code -> model.doors().book().section(code).stream())
                .map(Section::carveOuts)
                .flatMap(List::stream)
                .map(CarveOut::code)
                .forEach(code -> ground.getItems().add(new Ground(ExceptionGround.CARVE_OUT, code)));
    }

    private String ground(Ground one) {
        return one.carveOut() == null
                ? model.doors().book().words(words.texts().language()).ground(one.ground())
                : one.carveOut().value();
    }

    void open(Dialogs dialogs) {
        var content = new VBox(
                row("calibration.ruling.outcome", outcome),
                row("calibration.ruling.clauses", clauses),
                row("calibration.ruling.ground", ground),
                label("calibration.ruling.reason"),
                reason,
                label("calibration.ruling.second"),
                second);
        content.getStyleClass().addAll("gap-8", "ruling-form");
        dialogs.form(
                words.texts().get("calibration.ruling.title"),
                content,
                words.texts().get("calibration.rule"),
                this::send);
        outcome.requestFocus();
    }

    private Node row(String key, Node field) {
        Label label = label(key);
        label.setMinWidth(96);
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(label, field);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Label label(String key) {
        var label = new Label(words.texts().get(key, language(other())));
        label.getStyleClass().add("size-12");
        return label;
    }

    private String language(Language language) {
        return words.texts().get("calibration.language." + language.name());
    }

    private Language other() {
        return words.texts().language() == Language.NL ? Language.EN : Language.NL;
    }

    private Optional<String> send() {
        List<String> codes = Arrays.stream(clauses.getText().split("[,;\\s]+"))
                .filter(code -> !code.isBlank())
                .toList();
        List<ClauseCode> known =
                codes.stream().flatMap(code -> ClauseCode.parse(code).stream()).toList();
        Outcome chosen = outcome.getValue();
        Ground excused = ground.getValue();
        if (chosen == null) {
            return Optional.of(words.texts().get("calibration.ruling.no-outcome"));
        }
        if (known.isEmpty() || known.size() != codes.size()) {
            return Optional.of(words.texts().get("calibration.ruling.no-clauses"));
        }
        boolean exception = chosen == Outcome.EXCEPTION;
        if (exception && excused == null) {
            return Optional.of(words.texts().get("calibration.ruling.no-ground"));
        }
        String why = reason.getText().strip();
        if (why.length() < Reason.SHORTEST || why.length() > Reason.LONGEST) {
            return Optional.of(words.texts().get("calibration.refused.NO_REASON"));
        }
        model.rule(
                new RightAnswer(
                        chosen, known, exception ? excused.ground() : null, exception ? excused.carveOut() : null),
                new Reason(words.texts().language(), why, other(), second.getText()));
        return Optional.empty();
    }

    private static <T> StringConverter<T> said(Function<T, String> says) {
        return new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : says.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
