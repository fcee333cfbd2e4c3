package org.moderationdesk.calibration.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.calibration.Answered;
import org.moderationdesk.calibration.Remark;
import org.moderationdesk.calibration.Ruling;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.decisions.view.Comparison;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;

/** A case whose answers lie side by side: what differs, what was said of it, and what is ruled. */
final class SidePane extends HBox {
    private static final double TALK = 360;
    private static final int LONGEST = 2_000;

    private final CalibrationModel model;
    private final RulingWords words;
    private final Dialogs dialogs;
    private final ScrollPane left = new ScrollPane();
    private final VBox right = new VBox();
    private final TextField remark = new TextField();

    SidePane(CalibrationModel model, RulingWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        setId("calibration-side");
        left.setFitToWidth(true);
        left.getStyleClass().add("edge-less");
        HBox.setHgrow(left, Priority.ALWAYS);
        remark.setId("calibration-remark");
        remark.setPromptText(text("calibration.remark.prompt"));
        remark.setAccessibleText(text("calibration.remark.prompt"));
        remark.setOnAction(_ -> say());
        right.setPrefWidth(TALK);
        right.setMinWidth(280);
        right.getStyleClass().addAll("gap-12", "calibration-talk", "edge-left");
        getChildren().addAll(left, right);
        model.sideProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on("R", text("calibration.remark"), remark::requestFocus, this::isThere)
                .on("Shortcut+Enter", text("calibration.rule"), this::rule, this::mayRule);
    }

    List<Node> panels() {
        return List.of(left, right);
    }

    private String text(String key, Object... arguments) {
        return words.texts().get(key, arguments);
    }

    private boolean isThere() {
        return model.sideProperty().get() != null && isVisible();
    }

    private boolean mayRule() {
        Session session = model.selectedProperty().get();
        CalibrationModel.Side side = model.sideProperty().get();
        return isThere()
                && model.leads()
                && session != null
                && session.state() == SessionState.CLOSED
                && side != null
                && side.about().ruling() == null;
    }

    private void rule() {
        CalibrationModel.Side side = model.sideProperty().get();
        if (side != null) {
            new RulingForm(model, words, side).open(dialogs);
        }
    }

    private void say() {
        String said = remark.getText().strip();
        if (!said.isEmpty()) {
            remark.clear();
            model.remark(said.length() > Remark.LONGEST ? said.substring(0, Remark.LONGEST) : said);
        }
    }

    private void show(CalibrationModel.Side side) {
        right.getChildren().clear();
        if (side == null) {
            left.setContent(null);
            return;
        }
        left.setContent(comparison(side));
        Ruling ruling = side.about().ruling();
        if (ruling != null) {
            right.getChildren().add(ruled(side, ruling));
        } else if (mayRule()) {
            Button rule = KeyButton.of("calibration-rule", text("calibration.rule"), "Shortcut+Enter", this::rule);
            rule.getStyleClass().add("accent");
            rule.setMaxWidth(Double.MAX_VALUE);
            right.getChildren().add(rule);
        }
        var agreement = new Label(agreement(side.agreement()));
        agreement.setId("calibration-agreement");
        agreement.setWrapText(true);
        agreement.setMinHeight(Region.USE_PREF_SIZE);
        agreement.getStyleClass().addAll("muted", "size-12");
        right.getChildren().add(agreement);
        right.getChildren().addAll(head("calibration.remarks"), remarks(side.remarks()), remarkRow());
    }

    private Node comparison(CalibrationModel.Side side) {
        List<Comparison.Column> columns = new ArrayList<>();
        columns.add(new Comparison.Column(
                text("calibration.in-force." + side.inForce().state()),
                side.inForce().proposal()));
        side.answers().forEach(one -> columns.add(new Comparison.Column(words.seat(one.seat()), one.proposal())));
        var comparison = new Comparison(
                columns, new ProposalWords(words.speech(), model.kit().times()));
        comparison.setId("calibration-comparison");
        return comparison;
    }

    private String agreement(Figure figure) {
        var numbers = model.kit().numbers();
        return switch (figure) {
            case Figure.Known known ->
                text(
                        "calibration.agreement",
                        numbers.decimal(known.value(), 2),
                        numbers.decimal(known.low(), 2),
                        numbers.decimal(known.high(), 2));
            case Figure.Few _ -> text("calibration.agreement.few");
            case Figure.OneCategory _ -> text("calibration.agreement.one");
        };
    }

    private Node remarkRow() {
        HBox.setHgrow(remark, Priority.ALWAYS);
        var row = new HBox(remark, new KeyHint("R"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Label head(String key) {
        var label = new Label(text(key));
        label.getStyleClass().addAll("strong", "size-12");
        return label;
    }

    private Node remarks(List<Remark> all) {
        var lines = new VBox();
        lines.setId("calibration-remarks");
        lines.getStyleClass().add("gap-8");
        if (all.isEmpty()) {
            var none = new Label(text("calibration.remarks.none"));
            none.getStyleClass().addAll("muted", "size-12");
            none.setWrapText(true);
            lines.getChildren().add(none);
        }
        for (Remark one : all) {
            var who = new Label(text(
                    "calibration.beside",
                    words.seat(one.seat()),
                    model.kit().times().moment(one.at(), model.now())));
            who.getStyleClass().addAll("muted", "size-12");
            var said = new Label(SafeLine.of(words.reason(one.words()), LONGEST));
            said.setWrapText(true);
            said.setMinHeight(Region.USE_PREF_SIZE);
            said.getStyleClass().add("size-12");
            lines.getChildren().add(new VBox(who, said));
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node ruled(CalibrationModel.Side side, Ruling ruling) {
        var what = new Label(text(
                "calibration.beside",
                words.answer(ruling.answer()),
                RulingWords.clauses(ruling.answer().clauses())));
        what.setId("calibration-ruling");
        what.setWrapText(true);
        what.getStyleClass().addAll("strong", "size-12");
        var why = new Label(
                SafeLine.of(words.reason(ruling.reason().in(words.texts().language())), LONGEST));
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.getStyleClass().add("size-12");
        var by = new Label(text(
                "calibration.ruled-by",
                SafeLine.of(ruling.ruledBy()),
                model.kit().times().date(ruling.ruledAt()),
                ruling.edition()));
        by.getStyleClass().addAll("muted", "size-12");
        by.setWrapText(true);
        var box = new VBox(head("calibration.ruling"), what, why, by);
        box.getStyleClass().addAll("gap-4", "consequence");
        if (model.leads()
                && model.doors().rulings().canReplace()
                && side.inForce().departs()
                && ruling.replacement() == null) {
            var departs = new Label(text("calibration.departs"));
            departs.setWrapText(true);
            departs.getStyleClass().addAll("size-12", "tone-attention");
            box.getChildren().add(departs);
            side.answers().stream()
                    .filter(one -> words.answer(one.proposal()).equals(words.answer(ruling.answer())))
                    .findFirst()
                    .ifPresent(one -> box.getChildren().add(replace(one)));
        } else if (ruling.replacement() != null) {
            var replaced = new Label(text("calibration.replaced"));
            replaced.setWrapText(true);
            replaced.getStyleClass().addAll("muted", "size-12");
            box.getChildren().add(replaced);
        }
        return box;
    }

    private Button replace(Answered one) {
        String letter = one.seat().letter();
        var button = new Button(text("calibration.replace", letter));
        button.setId("calibration-replace");
        button.setOnAction(_ -> dialogs.confirm(
                text("calibration.replace.title"),
                text("calibration.replace.sentence", words.answer(one.proposal())),
                text("calibration.replace", letter),
                () -> model.replace(one.seat().number())));
        return button;
    }
}
