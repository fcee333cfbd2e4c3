package org.moderationdesk.referrals.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.AnswerWords;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.Environments;
import org.moderationdesk.referrals.FilingRefused;
import org.moderationdesk.referrals.Login;
import org.moderationdesk.referrals.Outcome;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** Where reports to NCMEC go, and what this desk signs in there with. What was kept of a login is never shown again. */
public final class ReportsCard implements SettingsCard {
    private static final String CONFIRM_KEY = "Alt+Y";
    private static final String TRY_KEY = "Alt+T";
    private static final List<Environment> SENDING = List.of(Environment.TEST, Environment.PRODUCTION);

    private final Sending sending;
    private final Person person;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final VBox body = new VBox();
    private final Label said = DoorPanel.words("", "size-12");
    private final Map<Environment, TextField> names = new EnumMap<>(Environment.class);
    private final Map<Environment, PasswordField> words = new EnumMap<>(Environment.class);
    private Environments.@Nullable Now now;

    public ReportsCard(Kit kit, Dialogs dialogs, Sending sending, Person person) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.sending = sending;
        this.person = person;
        said.setId("reports-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        body.getStyleClass().add("gap-12");
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("referrals.settings"));
        heading.getStyleClass().addAll("strong", "size-14");
        var card = new VBox(
                heading, DoorPanel.words(texts.get("referrals.settings.sentence"), "muted", "size-12"), body, said);
        card.setId("reports-card");
        card.getStyleClass().addAll("card", "gap-12");
        body.getChildren().setAll(new Loading(2, texts.get("referrals.settings.loading")));
        read();
        return card;
    }

    @Override
    public List<Keys> keys() {
        return List.of(new Keys(texts.get("referrals.settings"))
                .on(CONFIRM_KEY, texts.get("referrals.settings.confirm"), this::confirm, this::mayConfirm)
                .on(TRY_KEY, texts.get("referrals.settings.try"), this::tryLogin, this::mayTry));
    }

    private void read() {
        kit.background().run(() -> sending.environments().now(person), this::show, this::failed);
    }

    private void show(Environments.Now read) {
        now = read;
        body.getChildren()
                .setAll(
                        choice(read),
                        DoorPanel.words(texts.get("referrals.settings.means." + read.inForce()), "size-12"));
        if (read.asked() != null) {
            body.getChildren().add(asked(read.asked()));
        }
        for (Environment environment : SENDING) {
            body.getChildren().add(login(environment, read.logins().contains(environment)));
        }
        var attempt = KeyButton.of("reports-try", texts.get("referrals.settings.try"), TRY_KEY, this::tryLogin);
        attempt.setDisable(!mayTry());
        body.getChildren().add(new HBox(attempt));
    }

    private Node choice(Environments.Now read) {
        var buttons = new SegmentedButton();
        buttons.setId("reports-environment");
        for (Environment environment : Environment.values()) {
            var button = new ToggleButton(texts.get("referrals.settings.environment." + environment));
            button.setId("reports-" + environment);
            button.setSelected(environment == read.inForce());
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose(environment);
            });
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private Node asked(Environments.Asked asked) {
        var sentence = DoorPanel.words(
                texts.get(
                        mayConfirm() ? "referrals.settings.asked" : "referrals.settings.asked.own",
                        SafeLine.of(asked.by()),
                        kit.times().moment(asked.at(), kit.clock().instant())),
                "size-12");
        sentence.setId("reports-asked");
        var confirm =
                KeyButton.of("reports-confirm", texts.get("referrals.settings.confirm"), CONFIRM_KEY, this::confirm);
        confirm.setVisible(mayConfirm());
        confirm.setManaged(mayConfirm());
        var box = new VBox(sentence, new HBox(confirm));
        box.getStyleClass().add("gap-8");
        return box;
    }

    private Node login(Environment environment, boolean known) {
        String where = texts.get("referrals.settings.environment." + environment);
        var name = new TextField();
        name.setId("reports-name-" + environment);
        name.setPromptText(texts.get("referrals.settings.name"));
        name.setAccessibleText(texts.get("referrals.settings.name.of", where));
        var word = new PasswordField();
        word.setId("reports-word-" + environment);
        word.setPromptText(texts.get(known ? "referrals.settings.word.kept" : "referrals.settings.word"));
        word.setAccessibleText(texts.get("referrals.settings.word.of", where));
        names.put(environment, name);
        words.put(environment, word);
        var keep = new Button(texts.get("referrals.settings.keep"));
        keep.setId("reports-keep-" + environment);
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setAccessibleText(texts.get("referrals.settings.keep.of", where));
        keep.setOnAction(_ -> keep(environment));
        word.setOnAction(_ -> keep(environment));
        var label = new Label(texts.get(known ? "referrals.settings.login.kept" : "referrals.settings.login", where));
        label.getStyleClass().add("settings-name");
        label.setWrapText(true);
        var row = new HBox(label, name, word, keep);
        row.getStyleClass().add("settings-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private boolean mayConfirm() {
        Environments.Asked asked = now == null ? null : now.asked();
        return asked != null && !asked.by().equals(person.name());
    }

    private boolean mayTry() {
        return now != null && now.hasLogin();
    }

    private void choose(Environment environment) {
        if (now == null || environment == now.inForce() && now.asked() == null) {
            return;
        }
        if (environment == Environment.PRODUCTION) {
            dialogs.confirm(
                    texts.get("referrals.settings.production"),
                    texts.get("referrals.settings.production.sentence"),
                    texts.get("referrals.settings.production.ask"),
                    () -> act(() -> choose(environment, "referrals.settings.said.asked")));
            show(now);
        } else {
            act(() -> choose(environment, "referrals.settings.said.set"));
        }
    }

    private String choose(Environment environment, String then) {
        sending.environments().choose(person, environment);
        return texts.get(then);
    }

    private void confirm() {
        Environments.Asked asked = now == null ? null : now.asked();
        if (asked != null && mayConfirm()) {
            dialogs.confirm(
                    texts.get("referrals.settings.production"),
                    texts.get("referrals.settings.confirm.sentence", SafeLine.of(asked.by())),
                    texts.get("referrals.settings.confirm"),
                    () -> act(() -> {
                        sending.environments().confirm(person, asked.id());
                        return texts.get("referrals.settings.said.confirmed");
                    }));
        }
    }

    private void keep(Environment environment) {
        String name = Objects.requireNonNull(names.get(environment)).getText().strip();
        PasswordField field = Objects.requireNonNull(words.get(environment));
        String word = field.getText();
        if (name.isBlank() || word.isBlank() || name.contains(":")) {
            say(texts.get("referrals.settings.login.wrong"), true);
            return;
        }
        field.clear();
        act(() -> {
            sending.environments().signInWith(person, environment, new Login(name, word));
            return texts.get("referrals.settings.said.kept");
        });
    }

    private void tryLogin() {
        if (now != null && mayTry()) {
            Environment environment = now.inForce();
            say(texts.get("referrals.settings.trying"), false);
            kit.background()
                    .run(
                            () -> sending.tryLogin(person, environment),
                            outcome -> say(
                                    outcome == Outcome.DONE
                                            ? texts.get("referrals.settings.said.tried")
                                            : AnswerWords.of(texts, outcome, null),
                                    outcome != Outcome.DONE),
                            this::failed);
        }
    }

    /** @param work answers with what there is to say then */
    private void act(Callable<String> work) {
        say("", false);
        kit.background()
                .run(
                        work,
                        done -> {
                            say(done, false);
                            read();
                        },
                        this::failed);
    }

    private void failed(Exception failure) {
        say(
                switch (failure) {
                    case FilingRefused refused -> texts.get("referrals.refused." + refused.why());
                    case RightRefused missing -> missing.words(texts);
                    default -> texts.get("referrals.send.failed");
                },
                true);
    }

    private void say(String sentence, boolean wrong) {
        said.getStyleClass().remove("tone-danger");
        if (wrong) {
            said.getStyleClass().add("tone-danger");
        }
        said.setText(sentence);
    }
}
