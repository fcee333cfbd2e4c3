package org.moderationdesk.referrals.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.referrals.Environment;

/** Beneath the form: whether it is saved, where it would go, what keeps it from going, and the acts. */
final class SendBar extends HBox {
    private static final String SEND = "Shortcut+Enter";
    private static final String BACK = "Alt+B";
    private static final String ON = "Alt+G";

    private final ReportForm form;
    private final ReportSending sending;
    private final ReferralWords words;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Label said = label("report-said", "size-12");
    private final Label where = label("report-where", "muted", "size-12");
    private final Label problem = label("report-problem", "field-problem");
    private final Button discard;
    private final Button save;
    private final Button send;
    private final Button takeBack;
    private final Button goOn;

    SendBar(ReportForm form, ReportSending sending, ReferralWords words, Dialogs dialogs) {
        this.form = form;
        this.sending = sending;
        this.words = words;
        this.texts = words.texts();
        this.dialogs = dialogs;
        discard = KeyButton.of("report-discard", texts.get("referrals.form.discard"), "Alt+D", form::discard);
        save = KeyButton.of("report-save", texts.get("referrals.form.save"), "Shortcut+S", form::save);
        send = KeyButton.of("report-send", "", SEND, this::send);
        send.getStyleClass().add("accent");
        takeBack = KeyButton.of("report-take-back", texts.get("referrals.send.back"), BACK, this::takeBack);
        goOn = KeyButton.of("report-go-on", texts.get("referrals.send.on"), ON, sending::letGoOn);
        goOn.getStyleClass().add("accent");
        for (Button one : new Button[] {discard, save, send, takeBack, goOn}) {
            one.managedProperty().bind(one.visibleProperty());
        }
        var left = new VBox(said, where, problem);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().addAll(left, discard, save, takeBack, goOn, send);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("report-foot", "gap-8", "surface", "edge-top");
        setMinHeight(Region.USE_PREF_SIZE);
        form.loadedProperty().subscribe(_ -> tell());
        form.changedProperty().subscribe(_ -> tell());
        form.problemProperty().subscribe(_ -> tell());
        form.faultsProperty().subscribe(_ -> tell());
        sending.stateProperty().subscribe(_ -> tell());
        sending.problemProperty().subscribe(_ -> tell());
    }

    void keysTo(Keys keys) {
        keys.on("Alt+D", texts.get("referrals.form.discard"), form::discard, this::mayDiscard)
                .on("Shortcut+S", texts.get("referrals.form.save"), form::save, form::isEditable)
                .on(SEND, texts.get("referrals.send.key"), this::send, () -> sending.against()
                        .isEmpty())
                .on(BACK, texts.get("referrals.send.back"), this::takeBack, sending::mayTakeBack)
                .on(ON, texts.get("referrals.send.on"), sending::letGoOn, sending::mayGoOn);
    }

    private void send() {
        ReportSending.State now = sending.stateProperty().get();
        if (now == null || !sending.against().isEmpty()) {
            return;
        }
        Environment environment = now.now().inForce();
        dialogs.confirm(
                texts.get("referrals.send.title." + environment),
                texts.get("referrals.send.means." + environment),
                texts.get("referrals.send." + environment),
                sending::send);
    }

    private void takeBack() {
        if (sending.mayTakeBack()) {
            dialogs.confirm(
                    texts.get("referrals.send.back.title"),
                    texts.get("referrals.send.back.means"),
                    texts.get("referrals.send.back"),
                    sending::takeBack);
        }
    }

    /** Whether what was written here cannot be saved, so that what is saved can be read instead. */
    private boolean mayDiscard() {
        return form.changedProperty().get() && !form.problemProperty().get().isEmpty();
    }

    private void tell() {
        ReportForm.Loaded now = form.loadedProperty().get();
        ReportSending.State state = sending.stateProperty().get();
        boolean changed = form.changedProperty().get();
        discard.setVisible(mayDiscard());
        save.setVisible(now != null && now.editable());
        save.setDisable(!changed);
        takeBack.setVisible(sending.mayTakeBack());
        goOn.setVisible(sending.mayGoOn());
        send.setVisible(now != null && now.editable());
        String against = sending.against();
        send.setDisable(!against.isEmpty());
        if (state != null) {
            send.setText(texts.get("referrals.send." + state.now().inForce()));
        }
        said.setText(saved(now, changed));
        where.setText(state == null || !send.isVisible() ? "" : where(state, against));
        String wrong = form.problemProperty().get();
        problem.setText(wrong.isEmpty() ? sending.problemProperty().get() : wrong);
    }

    private String where(ReportSending.State state, String against) {
        if (against.isEmpty()) {
            return texts.get("referrals.send.where." + state.now().inForce());
        }
        return against.endsWith("faults")
                ? texts.get(against, form.faultsProperty().get().size())
                : texts.get(against);
    }

    private String saved(ReportForm.Loaded now, boolean changed) {
        if (now == null) {
            return texts.get("referrals.form.loading");
        }
        if (!now.editable()) {
            return texts.get("referrals.form.closed");
        }
        if (changed) {
            return texts.get("referrals.form.changed");
        }
        return now.savedAt() == null
                ? texts.get("referrals.form.never")
                : texts.get("referrals.form.saved", now.savedBy(), words.moment(now.savedAt()));
    }

    private static Label label(String id, String... styles) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
