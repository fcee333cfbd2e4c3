package org.moderationdesk.staff.view;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.PasswordRules;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.PeopleRefused;
import org.moderationdesk.staff.SignedIn;

/** Another password for oneself: the one of now unless it was just typed, and the next one twice. JavaFX thread only. */
final class NewPasswordForm extends VBox {
    private final Kit kit;
    private final Texts texts;
    private final People people;
    private final String name;
    private final Consumer<SignedIn.In> done;
    private final PasswordBox now;
    private final PasswordBox next;
    private final PasswordBox again;
    private final Label problem = DoorPanel.words("", "field-problem");
    private final Button go;
    private final boolean asksNow;
    private boolean busy;

    /** @param typed the password of now, where it was just typed; null to ask for it */
    NewPasswordForm(Kit kit, People people, String name, @Nullable String typed, Consumer<SignedIn.In> done) {
        this.kit = kit;
        this.texts = kit.texts();
        this.people = people;
        this.name = name;
        this.done = done;
        this.asksNow = typed == null;
        getStyleClass().add("sign-in-form");
        now = new PasswordBox(texts, "password-now", texts.get("staff.password.now"));
        next = new PasswordBox(texts, "password-next", texts.get("staff.password.next"));
        again = new PasswordBox(texts, "password-again", texts.get("staff.password.again"));
        problem.setId("password-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        go = DoorPanel.button(
                "password-keep", texts.get("staff.password.keep"), () -> keep(typed == null ? now.text() : typed));
        go.getStyleClass().addAll("accent", "large", "sign-in-button");
        go.setGraphic(KeyHint.of(new KeyCodeCombination(KeyCode.ENTER)));
        go.setContentDisplay(ContentDisplay.RIGHT);
        if (asksNow) {
            getChildren().add(now);
        }
        getChildren()
                .addAll(
                        next,
                        again,
                        DoorPanel.words(texts.get("staff.password.rule", PasswordRules.LEAST), "muted", "size-12"),
                        problem,
                        go);
        now.onEnter(next::focusField);
        next.onEnter(again::focusField);
        again.onEnter(go::fire);
    }

    void begin() {
        (asksNow ? now : next).focusField();
    }

    private void keep(String old) {
        if (busy) {
            return;
        }
        if (!next.text().equals(again.text())) {
            refuse(texts.get("staff.password.differs"));
            return;
        }
        busy = true;
        String wanted = next.text();
        kit.background().run(() -> people.changeOwnPassword(name, old, wanted), this::answered, failure -> {
            busy = false;
            refuse(failure instanceof PeopleRefused refused ? refused.words(texts) : texts.get("staff.sign-in.failed"));
        });
    }

    private void answered(SignedIn answer) {
        busy = false;
        switch (answer) {
            case SignedIn.In in -> done.accept(in);
            case SignedIn.Wrong _ -> refuse(texts.get("staff.password.now-wrong"));
            case SignedIn.Wait wait ->
                refuse(texts.get("staff.sign-in.wait-until", kit.times().clock(wait.until())));
            case SignedIn.Disabled _ -> refuse(texts.get("staff.sign-in.disabled"));
        }
    }

    private void refuse(String sentence) {
        problem.setText(sentence);
        begin();
    }
}
