package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.SafeLine;

/** What the session is, what its lead can do with it, and its cases. */
final class SessionHead extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final CalibrationModel model;
    private final RulingWords words;
    private final Dialogs dialogs;
    private final Label title = new Label();
    private final HBox state = new HBox();
    private final Label about = new Label();
    private final Button close;
    private final Button names;
    private final Button end;
    private final FlowPane cases = new FlowPane();

    SessionHead(CalibrationModel model, RulingWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        title.setId("calibration-title");
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(0);
        about.setId("calibration-about");
        about.getStyleClass().addAll("muted", "size-12");
        about.setMinWidth(0);
        close = KeyButton.of("calibration-close", text("calibration.close"), "Alt+C", this::askToClose);
        names = KeyButton.of("calibration-names", text("calibration.names"), "Alt+N", model::showNames);
        end = KeyButton.of("calibration-end", text("calibration.end"), "Alt+E", this::askToEnd);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.setAlignment(Pos.CENTER_LEFT);
        var line = new HBox(title, state, gap, close, names, end);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-8");
        cases.setHgap(4);
        cases.setVgap(4);
        cases.setId("calibration-cases");
        getStyleClass().addAll("gap-8", "calibration-head", "edge-bottom");
        getChildren().addAll(line, about, cases);
        model.selectedProperty().subscribe(this::show);
        model.atProperty().subscribe(this::showCurrent);
    }

    void keysTo(Keys keys) {
        keys.on("Alt+C", text("calibration.close"), this::askToClose, () -> close.isVisible())
                .on("Alt+N", text("calibration.names"), model::showNames, () -> names.isVisible())
                .on("Alt+E", text("calibration.end"), this::askToEnd, () -> end.isVisible());
    }

    private String text(String key, Object... arguments) {
        return words.texts().get(key, arguments);
    }

    private void askToClose() {
        Session session = model.selectedProperty().get();
        if (session != null) {
            dialogs.confirm(
                    text("calibration.close.title", words.title(session)),
                    text("calibration.close.sentence", session.answered(), session.askedOf()),
                    text("calibration.close"),
                    model::close);
        }
    }

    private void askToEnd() {
        Session session = model.selectedProperty().get();
        if (session != null) {
            dialogs.confirm(
                    text("calibration.end.title", words.title(session)),
                    text("calibration.end.sentence", session.cases().size() - session.ruled()),
                    text("calibration.end"),
                    model::end);
        }
    }

    private void show(Session session) {
        setVisible(session != null);
        setManaged(session != null);
        if (session == null) {
            return;
        }
        title.setText(words.title(session));
        state.getChildren().setAll(new Tag(words.state(session)));
        String who = session.seats().stream().map(words::seat).collect(Collectors.joining(", "));
        about.setText(text("calibration.about", model.kit().times().date(session.due()), who, words.progress(session)));
        boolean open = session.state() == SessionState.OPEN;
        put(close, model.leads() && open);
        put(names, model.leads() && !open && !session.namesShown());
        put(end, model.leads() && session.state() == SessionState.CLOSED);
        List<Button> chips = session.cases().stream().map(this::chip).toList();
        cases.getChildren().setAll(chips);
        showCurrent();
    }

    private Button chip(SessionCase one) {
        var chip = new Button(SafeLine.of(one.itemId()), Icons.small(icon(one)));
        chip.setId("calibration-case-" + one.position());
        chip.getStyleClass().add("chip");
        chip.setUserData(one);
        chip.setAccessibleText(text("calibration.case.spoken", one.position(), chip.getText(), words.own(one)));
        chip.setOnAction(_ -> model.goTo(one));
        return chip;
    }

    private static Icon icon(SessionCase one) {
        if (one.ruling() != null) {
            return Icon.WELL;
        }
        return switch (one.own()) {
            case ANSWERED -> Icon.DONE;
            case TO_ANSWER -> Icon.WAITING;
            case NOT_ASKED, DECIDED_FIRST -> Icon.INFO;
        };
    }

    private void showCurrent() {
        cases.getChildren()
                .forEach(chip -> chip.pseudoClassStateChanged(
                        CURRENT, chip.getUserData().equals(model.atProperty().get())));
    }

    private static void put(Button button, boolean there) {
        button.setVisible(there);
        button.setManaged(there);
    }
}
