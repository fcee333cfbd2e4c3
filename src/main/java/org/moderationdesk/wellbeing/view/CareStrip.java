package org.moderationdesk.wellbeing.view;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Times;
import org.moderationdesk.wellbeing.GateLift;
import org.moderationdesk.wellbeing.Standing;

/** One line at most for each: the offer of a lighter next case, and why the next case waits or is lighter. */
public final class CareStrip extends VBox {
    private static final String LIGHTER = "Alt+L";

    private final Texts texts;
    private final Times times;
    private final WellbeingModel model;
    private final Label why = new Label();
    private final HBox offer;
    private final HBox reason;
    private final Label liftWords = new Label();
    private final HBox lift;

    public CareStrip(Texts texts, Times times, WellbeingModel model) {
        this.texts = texts;
        this.times = times;
        this.model = model;
        setId("care-strip");
        offer = offer();
        why.setId("care-why");
        why.setWrapText(true);
        why.getStyleClass().add("size-12");
        reason = line(Icons.small(Icon.LIGHTER), why);
        lift = lift();
        getChildren().addAll(lift, reason, offer);
        model.standingProperty().subscribe(this::show);
        model.offeringProperty().subscribe(offering -> put(offer, offering));
    }

    /** Adds the keys to those of the screen that shows the strip. */
    public Keys bind(Keys keys) {
        return keys.on(LIGHTER, texts.get("wellbeing.key.lighter"), model::takeLighter, model::isOffering);
    }

    private HBox offer() {
        var words = new Label(texts.get("wellbeing.lighter.offer"));
        words.getStyleClass().add("size-12");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var yes = new Button(texts.get("wellbeing.lighter.yes"), KeyHint.of(KeyCombination.valueOf(LIGHTER)));
        yes.setId("care-lighter");
        yes.setContentDisplay(ContentDisplay.RIGHT);
        yes.setMinWidth(USE_PREF_SIZE);
        yes.setOnAction(_ -> model.takeLighter());
        var no = new Button(null, Icons.small(Icon.REMOVE));
        no.setId("care-not-lighter");
        no.getStyleClass().addAll("icon-only", "quiet");
        no.setAccessibleText(texts.get("wellbeing.lighter.no"));
        no.setOnAction(_ -> model.declineLighter());
        return line(Icons.small(Icon.LIGHTER), words, yes, no);
    }

    /** Who has lifted the wait at the full budget tells it here, until it has been read. */
    private HBox lift() {
        liftWords.setId("care-lift");
        liftWords.setWrapText(true);
        liftWords.getStyleClass().add("size-12");
        liftWords.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(liftWords, Priority.ALWAYS);
        var read = new Button(texts.get("wellbeing.lifted.read"));
        read.setId("care-lift-read");
        read.getStyleClass().add("quiet");
        read.setMinWidth(USE_PREF_SIZE);
        read.setOnAction(_ -> {
            model.liftRead();
            show(model.standingProperty().get());
        });
        return line(Icons.small(Icon.INFO), liftWords, read);
    }

    static String words(Texts texts, GateLift told) {
        return told.reason().isEmpty()
                ? texts.get("wellbeing.lifted.erased", told.by())
                : texts.get("wellbeing.lifted", told.by(), told.reason());
    }

    private void show(Standing now) {
        GateLift told = now.lifted();
        if (told != null) {
            liftWords.setText(words(texts, told));
        }
        put(lift, told != null && !model.isRead(told));
        Instant until = now.rotatedUntil();
        boolean waits = now.owed().isPositive();
        if (waits) {
            why.setText(texts.get(
                    "wellbeing.break.waits", now.owed().plusSeconds(59).toMinutes()));
        } else if (until != null) {
            why.setText(texts.get("wellbeing.rotation.sentence", times.clock(until)));
        } else if (now.lighterNext()) {
            why.setText(texts.get("wellbeing.lighter.taken"));
        }
        put(reason, waits || until != null || now.lighterNext());
    }

    private static HBox line(Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().addAll("care-line", "gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        put(line, false);
        return line;
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
