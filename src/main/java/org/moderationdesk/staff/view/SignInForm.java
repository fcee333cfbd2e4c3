package org.moderationdesk.staff.view;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.SignedIn;

/** Name and password, and what became of the try, told in a sentence; a wait is counted down. JavaFX thread only. */
final class SignInForm extends VBox {
    private final Kit kit;
    private final Texts texts;
    private final SignInDoor door;
    private final @Nullable String known;
    private final Arrived arrived;
    private final Predicate<String> toldAbove;
    private final TextField name = new TextField();
    private final PasswordBox password;
    private final Label problem = DoorPanel.words("", "field-problem");
    private final Button go;
    private final Timeline ticking;
    private String sentence = "";
    private @Nullable Instant waitsUntil;
    private boolean busy;

    /** Told who has come in, with the password that they typed. */
    @FunctionalInterface
    interface Arrived {
        void in(SignedIn.In who, String password);
    }

    /**
     * @param known whose password is asked for; null to ask for the name as well
     * @param act what the button says
     * @param toldAbove whether this sentence is on the screen already
     */
    SignInForm(
            Kit kit,
            SignInDoor door,
            @Nullable String known,
            String act,
            Arrived arrived,
            Predicate<String> toldAbove) {
        this.kit = kit;
        this.texts = kit.texts();
        this.door = door;
        this.known = known;
        this.arrived = arrived;
        this.toldAbove = toldAbove;
        getStyleClass().add("sign-in-form");
        name.setId("sign-in-name");
        name.getStyleClass().add("sign-in-field");
        name.setText(known == null ? "" : known);
        password = new PasswordBox(
                texts,
                "sign-in-password",
                known == null ? texts.get("staff.password") : texts.get("staff.password.of", known));
        problem.setId("sign-in-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        go = DoorPanel.button("sign-in", act, this::tryNow);
        go.getStyleClass().addAll("accent", "large", "sign-in-button");
        go.setGraphic(KeyHint.of(new KeyCodeCombination(KeyCode.ENTER)));
        go.setContentDisplay(ContentDisplay.RIGHT);
        if (known == null) {
            getChildren().add(DoorPanel.field(texts.get("staff.name"), name));
        }
        getChildren().addAll(password, problem, go);
        name.setOnAction(_ -> password.focusField());
        password.onEnter(this::tryNow);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                ticking.stop();
            }
        });
    }

    void begin() {
        if (known == null && name.getText().isBlank()) {
            name.requestFocus();
        } else {
            password.focusField();
        }
    }

    private void tryNow() {
        if (busy || waits()) {
            return;
        }
        String who = known == null ? name.getText().strip() : known;
        if (who.isEmpty() || password.isEmpty()) {
            say(texts.get("staff.sign-in.both"), null);
            begin();
            return;
        }
        String typed = password.text();
        working(true);
        kit.background().run(() -> door.signIn(who, typed), answer -> answered(answer, typed), failure -> {
            working(false);
            String why =
                    failure instanceof StoreRefused refused ? refused.words(texts) : texts.get("staff.sign-in.failed");
            say(toldAbove.test(why) ? texts.get("staff.sign-in.not-in") : why, null);
        });
    }

    private void answered(SignedIn answer, String typed) {
        working(false);
        password.clear();
        switch (answer) {
            case SignedIn.In in -> arrived.in(in, typed);
            case SignedIn.Wrong wrong ->
                say(texts.get(known == null ? "staff.sign-in.wrong" : "staff.lock.wrong"), wrong.nextTry());
            case SignedIn.Wait wait -> say(texts.get("staff.sign-in.wait"), wait.until());
            case SignedIn.Disabled _ -> say(texts.get("staff.sign-in.disabled"), null);
        }
    }

    private void working(boolean now) {
        busy = now;
        go.setDisable(now);
    }

    private void say(String words, @Nullable Instant until) {
        sentence = words;
        waitsUntil = until;
        if (until != null) {
            ticking.play();
        }
        tick();
        password.focusField();
    }

    private boolean waits() {
        return waitsUntil != null && kit.clock().instant().isBefore(waitsUntil);
    }

    /** To be called often while a wait is counted down. */
    void tick() {
        boolean waits = waits();
        go.setDisable(busy || waits);
        if (waits) {
            Duration left = Duration.between(kit.clock().instant(), waitsUntil).plusMillis(999);
            problem.setText(
                    texts.get("staff.sign-in.again-in", sentence, kit.times().countdown(left)));
        } else {
            problem.setText(sentence);
            ticking.stop();
        }
    }
}
