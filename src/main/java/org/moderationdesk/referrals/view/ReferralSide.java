package org.moderationdesk.referrals.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.ncmec.Fault;

/** Beside the one that is open: what keeps it from being sent, what happened of it, and who opened it. */
final class ReferralSide extends ScrollPane {
    private final ReferralWords words;
    private final Texts texts;
    private final FaultWords faultWords;
    private final ReportForm form;
    private Consumer<Fault> goTo = _ -> {};
    private Predicate<Fault> isOnForm = _ -> false;
    private final VBox checks = new VBox();
    private final VBox history = new VBox();
    private final VBox openings = new VBox();

    ReferralSide(ReferralsModel model, ReferralWords words, FaultWords faultWords) {
        this.words = words;
        this.texts = words.texts();
        this.faultWords = faultWords;
        checks.setId("referral-checks");
        history.setId("referral-history");
        openings.setId("referral-openings");
        var all = new VBox(checks, history, openings);
        for (VBox part : List.of(checks, history, openings)) {
            part.getStyleClass().addAll("referral-side-part", "gap-8");
        }
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setId("referral-side");
        setAccessibleText(texts.get("referrals.side"));
        getStyleClass().addAll("edge-less", "referral-side");
        model.openedProperty().subscribe(this::show);
        form = model.form();
        form.faultsProperty().subscribe(_ -> check());
        form.loadedProperty().subscribe(_ -> check());
    }

    /** What goes to the field of a fault, and whether the form has it. */
    void onFault(Consumer<Fault> go, Predicate<Fault> has) {
        goTo = go;
        isOnForm = has;
    }

    private void show(ReferralsModel.Opened opened) {
        boolean there = opened != null;
        setVisible(there);
        setManaged(there);
        if (there) {
            tell(opened.file());
        }
    }

    /** Of a kind without a document nothing is checked. */
    private void check() {
        boolean there = form.loadedProperty().get() != null;
        checks.setManaged(there);
        checks.setVisible(there);
        checks.getChildren().clear();
        if (!there) {
            return;
        }
        List<Fault> faults = form.faultsProperty().get();
        var count = faults.isEmpty()
                ? new Tag(texts.get("referrals.checks.well"), Tone.SUCCESS)
                : new Tag(texts.get("referrals.checks.count", faults.size()), Tone.DANGER);
        count.setId("referral-checks-count");
        checks.getChildren().add(head("referrals.checks", count));
        if (faults.isEmpty()) {
            checks.getChildren().add(DoorPanel.note(Icon.WELL, texts.get("referrals.checks.well.sentence")));
        }
        boolean first = true;
        for (Fault fault : faults) {
            checks.getChildren().add(fault(fault, first));
            first = false;
        }
    }

    private Node fault(Fault fault, boolean first) {
        var field = DoorPanel.words(faultWords.field(fault.path()), "size-12", "strong");
        field.getStyleClass().add("referral-fault-field");
        var sentence = DoorPanel.words(fault.sentence(texts), "size-12");
        var both = new VBox(field, sentence);
        HBox.setHgrow(both, Priority.ALWAYS);
        var icon = Icons.small(Icon.LATE);
        icon.getStyleClass().add("tone-danger");
        var row = new HBox(icon, both);
        row.getStyleClass().addAll("gap-8", "referral-fault");
        row.setAlignment(Pos.TOP_LEFT);
        if (isOnForm.test(fault)) {
            var go = new Hyperlink(texts.get("referrals.checks.go"));
            go.setAccessibleText(texts.get("referrals.checks.go.to", field.getText()));
            go.getStyleClass().add("size-12");
            go.setMinWidth(Region.USE_PREF_SIZE);
            go.setOnAction(_ -> goTo.accept(fault));
            row.getChildren().add(go);
            if (first) {
                row.getChildren().add(new KeyHint("F2"));
            }
        }
        return row;
    }

    private void tell(ReferralFile file) {
        history.getChildren().setAll(head("referrals.history"));
        file.events().forEach(event -> history.getChildren().add(event(event)));
        openings.getChildren().setAll(head("referrals.openings"));
        for (ReferralFile.Opening opening : file.openings()) {
            String name = opening.by();
            var initial =
                    new Label(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
            initial.getStyleClass().add("initial");
            var who = new Label(SafeLine.of(name));
            who.getStyleClass().add("size-12");
            who.setMinWidth(0);
            var row = new HBox(initial, who, gap(), at(words.moment(opening.at())));
            row.getStyleClass().add("gap-8");
            row.setAlignment(Pos.CENTER_LEFT);
            openings.getChildren().add(row);
        }
    }

    private Node event(ReferralEvent event) {
        var what = DoorPanel.words(words.event(event), "size-12");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(what, at(words.moment(event.at())));
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.TOP_LEFT);
        var box = new VBox(line);
        box.getStyleClass().add("referral-event");
        String outcome = words.outcome(event);
        if (!outcome.isEmpty()) {
            box.getChildren().add(DoorPanel.words(outcome, "muted", "size-12"));
        }
        return box;
    }

    private Node head(String key, Node... beside) {
        var title = new Label(texts.get(key));
        title.getStyleClass().addAll("strong", "size-14");
        var head = new HBox(title, gap());
        head.getChildren().addAll(beside);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Label at(String moment) {
        var at = new Label(moment);
        at.getStyleClass().addAll("muted", "size-12");
        at.setMinWidth(Region.USE_PREF_SIZE);
        return at;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
