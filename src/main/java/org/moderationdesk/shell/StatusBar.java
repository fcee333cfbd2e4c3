package org.moderationdesk.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.Tone;

/** The bar at the window's foot: store, log, today's work, what was just done, what waits, Esc and the clock. */
public final class StatusBar implements StatusLine {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Kit kit;
    private final Texts texts;
    private final Callable<DeskFacts> ask;
    private final FittingRow node = new FittingRow();
    private final Label store = part("status-store");
    private final Label chain = part("status-chain");
    private final Label today = part("status-today");
    private final Label message = part("status-message");
    private final Label awaiting = part("status-awaiting");
    private final Label time = part("status-time");
    private final Label cover = new Label();
    private final Region afterToday = line();
    private final Region beforeCover = line();
    private boolean weekdayShown = true;
    private boolean sinceShown = true;
    private String said = "";
    private final Timeline ticking;
    private DeskFacts facts = new DeskFacts(0, 0, null);
    private Instant asked = Instant.MIN;
    private @Nullable Instant undoUntil;
    private String undoWords = "";

    /** @param ask asks the store what the bar tells; run off the JavaFX thread */
    public StatusBar(Kit kit, Callable<DeskFacts> ask) {
        this.kit = kit;
        this.texts = kit.texts();
        this.ask = ask;
        layOut();
        chain(new ChainState.NotYet());
        storeAnswers(true);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    public Node node() {
        return node;
    }

    /** Adds parts of other rooms, before the key that covers. */
    public void add(List<Node> parts) {
        int at = node.getChildren().indexOf(beforeCover) + 1;
        for (Node part : parts) {
            Region after = line();
            after.visibleProperty().bind(part.managedProperty());
            after.managedProperty().bind(part.managedProperty());
            node.getChildren().addAll(at, List.of(part, after));
            at += 2;
        }
    }

    /** Starts the clock and asks for the facts. */
    public void start() {
        tick();
        ticking.play();
    }

    public void stop() {
        ticking.stop();
    }

    @Override
    public void say(String sentence) {
        undoUntil = null;
        message.setText(sentence);
        fit();
    }

    @Override
    public void undoFor(String words, Instant until) {
        undoWords = words;
        undoUntil = until;
        tick();
    }

    @Override
    public void clear() {
        say("");
    }

    @Override
    public void countsChanged() {
        asked = kit.clock().instant();
        kit.background().run(ask, this::show, _ -> storeAnswers(false));
    }

    /** Says what is known of the log's chain. */
    public void chain(ChainState state) {
        chain.getStyleClass().remove(Tone.DANGER.styleClass());
        switch (state) {
            case ChainState.NotYet() -> chain.setText(texts.get("shell.chain.not-yet"));
            case ChainState.NotHere() -> chain.setText(texts.get("shell.chain.not-here"));
            case ChainState.Verifying() -> chain.setText(texts.get("shell.chain.verifying"));
            case ChainState.Intact(Instant at) ->
                chain.setText(texts.get("shell.chain.intact", kit.times().clock(at)));
            case ChainState.Broken(Instant _, long entry) -> {
                chain.setText(texts.get("shell.chain.broken", kit.numbers().whole(entry)));
                chain.getStyleClass().add(Tone.DANGER.styleClass());
            }
        }
        fit();
    }

    private void storeAnswers(boolean answers) {
        store.getStyleClass().removeAll(Tone.SUCCESS.styleClass(), Tone.DANGER.styleClass());
        if (!answers) {
            store.getStyleClass().add(Tone.DANGER.styleClass());
        }
        store.setText(texts.get(answers ? "shell.store.open" : "shell.store.silent"));
        var icon = Icons.small(answers ? Icon.WELL : Icon.TROUBLE);
        icon.getStyleClass().add((answers ? Tone.SUCCESS : Tone.DANGER).styleClass());
        store.setGraphic(icon);
    }

    private void show(DeskFacts told) {
        storeAnswers(true);
        facts = told;
        showFacts();
    }

    private void showFacts() {
        today.setText(
                facts.decisionsToday() == 1
                        ? texts.get("shell.today-one")
                        : texts.get("shell.today", kit.numbers().whole(facts.decisionsToday())));
        awaiting.setVisible(facts.awaiting() > 0);
        awaiting.setManaged(facts.awaiting() > 0);
        showAwaiting();
        fit();
    }

    private void showTime() {
        Instant now = kit.clock().instant();
        time.setText(weekdayShown ? kit.times().weekdayClock(now) : kit.times().clock(now));
    }

    private void showAwaiting() {
        String count = kit.numbers().whole(facts.awaiting());
        Instant since = facts.awaitingSince();
        awaiting.setText(
                since == null || !sinceShown
                        ? texts.get("shell.awaiting.short", count)
                        : texts.get(
                                "shell.awaiting",
                                count,
                                kit.times()
                                        .span(Duration.between(
                                                since, kit.clock().instant()))));
    }

    /** Finds room anew where what the bar tells has become another. */
    private void fit() {
        String now = String.join(
                "|", store.getText(), chain.getText(), today.getText(), message.getText(), awaiting.getText());
        if (!now.equals(said) || node.prefWidth(-1) > node.getWidth()) {
            said = now;
            node.fit();
        }
    }

    /** In the order in which they go where there is too little room; what went wrong never does. */
    private List<Consumer<Boolean>> dispensable() {
        return List.of(
                shown -> {
                    weekdayShown = shown;
                    showTime();
                },
                shown -> {
                    FittingRow.part(today).accept(shown);
                    FittingRow.part(afterToday).accept(shown);
                },
                shown -> withWords(store, shown),
                shown -> {
                    sinceShown = shown;
                    showAwaiting();
                },
                shown -> withWords(chain, shown),
                shown -> cover.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private static void withWords(Label part, boolean wanted) {
        boolean shown = wanted || part.getStyleClass().contains(Tone.DANGER.styleClass());
        part.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        part.setTooltip(shown ? null : new Tooltip(part.getText()));
    }

    private void tick() {
        Instant now = kit.clock().instant();
        showTime();
        if (undoUntil != null) {
            Duration left = Duration.between(now, undoUntil);
            if (left.isPositive()) {
                // Rounded up: "0:30" is shown for the first second, and nothing once it is over.
                Duration shown = left.plusMillis(999);
                message.setText(texts.get("shell.undo", undoWords, kit.times().countdown(shown)));
            } else {
                clear();
                countsChanged();
            }
        }
        showFacts();
        if (asked.equals(Instant.MIN) || Duration.between(asked, now).compareTo(EVERY) >= 0) {
            countsChanged();
        }
    }

    private void layOut() {
        node.getStyleClass().addAll("status-bar-line", "edge-top");
        node.setId("status-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        chain.setGraphic(Icons.small(Icon.CHAIN));
        awaiting.setGraphic(Icons.small(Icon.WAITING));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        message.getStyleClass().add("status-said");
        HBox.setHgrow(message, Priority.SOMETIMES);
        cover.setText(texts.get("shell.cover-now"));
        cover.setGraphic(new KeyHint("Esc"));
        cover.getStyleClass().add("size-12");
        time.setMinWidth(Region.USE_PREF_SIZE);
        cover.setMinWidth(Region.USE_PREF_SIZE);
        node.getChildren()
                .addAll(store, line(), chain, line(), today, afterToday, message, space, awaiting, beforeCover, cover);
        node.getChildren().addAll(line(), time);
        node.dispensable(dispensable());
    }

    private static Label part(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("size-12");
        label.setMinWidth(0);
        return label;
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("status-line");
        return line;
    }
}
