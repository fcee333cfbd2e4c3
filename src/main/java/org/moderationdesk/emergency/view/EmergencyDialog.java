package org.moderationdesk.emergency.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.EmergencyRefused;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.emergency.Script;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/**
 * Says whom to call and what to say, then enters the call with one key, then what came of it. Whoever leaves it before has
 * entered nothing. JavaFX thread only.
 */
public final class EmergencyDialog {
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Supplier<Emergencies> emergencies;
    private final Person self;
    private Runnable onChange = () -> {};

    /** @param emergencies made off the JavaFX thread: it may read settings */
    public EmergencyDialog(Kit kit, Dialogs dialogs, Supplier<Emergencies> emergencies, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.emergencies = emergencies;
        this.self = self;
    }

    /** Told when a call, or what came of one, was entered. */
    public void onChange(Runnable told) {
        onChange = told;
    }

    /** Shows the script for an item, of where it says the person is. */
    public void open(String itemId) {
        open(itemId, Optional.empty());
    }

    private void open(String itemId, Optional<String> region) {
        kit.background().run(() -> emergencies.get().script(self, itemId, region), this::show, this::failed);
    }

    private void called(Call call) {
        onChange.run();
        askOutcome(call);
    }

    private void show(Script script) {
        var number = new Label(script.to().contact());
        number.setId("emergency-number");
        number.getStyleClass().addAll("strong", "emergency-number");
        var name = DoorPanel.words(
                texts.get(
                        "emergency.dialog.about",
                        script.to().name().in(texts.language()),
                        SafeLine.of(script.itemId())),
                "muted",
                "size-12");
        name.setId("emergency-about");
        TextField who = field("emergency-who", script.who());
        TextField where = field("emergency-where", script.where());
        TextField how = field("emergency-how", script.how());
        var region = new TextField(script.region());
        region.setId("emergency-region");
        region.setOnAction(_ -> open(script.itemId(), Optional.of(region.getText())));
        var form = new VBox(
                number,
                name,
                DoorPanel.field(texts.get("emergency.script.who"), who),
                DoorPanel.field(texts.get("emergency.script.where"), where),
                DoorPanel.field(texts.get("emergency.script.how"), how),
                DoorPanel.field(texts.get("emergency.dialog.region"), region));
        if (!script.local()) {
            var elsewhere = DoorPanel.words(texts.get("emergency.script.elsewhere", script.region()), "size-12");
            elsewhere.setId("emergency-elsewhere");
            form.getChildren().add(2, elsewhere);
        }
        form.getStyleClass().addAll("gap-8", "emergency-form");
        dialogs.form(texts.get("emergency.dialog.title"), form, texts.get("emergency.dialog.called"), () -> {
            var said = new Emergencies.Said(said(who), said(where), said(how), null, null);
            kit.background()
                    .run(
                            () -> emergencies.get().call(self, script.itemId(), Optional.of(script.region()), said),
                            this::called,
                            this::failed);
            return Optional.empty();
        });
    }

    private TextField field(String id, List<String> known) {
        var field = new TextField(known.stream().map(SafeLine::of).collect(Collectors.joining(", ")));
        field.setUserData(field.getText());
        field.setId(id);
        field.setPromptText(texts.get("emergency.script.unknown"));
        return field;
    }

    /** What somebody typed; null where the script stands as it was, without the marks that keep it apart on screen. */
    private static @Nullable String said(TextField field) {
        return field.getText().equals(field.getUserData()) ? null : field.getText();
    }

    /** Asks what came of a call. */
    void askOutcome(Call call) {
        var kind = new ChoiceBox<OutcomeKind>();
        kind.setId("emergency-outcome");
        kind.getItems().setAll(OutcomeKind.values());
        kind.setConverter(new Words());
        var reference = new TextField();
        reference.setId("emergency-reference");
        var words = new TextField();
        words.setId("emergency-words");
        Node said = DoorPanel.words(
                texts.get("emergency.dialog.entered", kit.times().clock(call.calledAt())), "size-12");
        said.setId("emergency-entered");
        var form = new VBox(
                said,
                DoorPanel.field(texts.get("emergency.dialog.outcome"), kind),
                DoorPanel.field(texts.get("emergency.dialog.reference"), reference),
                DoorPanel.field(texts.get("emergency.dialog.words"), words));
        form.getStyleClass().addAll("gap-8", "emergency-form");
        dialogs.form(texts.get("emergency.dialog.title"), form, texts.get("emergency.dialog.keep"), () -> {
            // Nothing is chosen beforehand: what came of it is somebody's word.
            @Nullable OutcomeKind came = kind.getValue();
            if (came == null) {
                return Optional.of(texts.get("emergency.dialog.choose"));
            }
            kit.background()
                    .run(
                            () -> emergencies
                                    .get()
                                    .outcome(self, call.id(), came, null, reference.getText(), words.getText()),
                            _ -> onChange.run(),
                            this::failed);
            return Optional.empty();
        });
    }

    private void failed(Exception failure) {
        String sentence =
                switch (failure) {
                    case EmergencyRefused refused -> refused.words(texts);
                    case RightRefused missing -> missing.words(texts);
                    // Whatever it is: the call comes first.
                    default -> texts.get("emergency.dialog.failed");
                };
        dialogs.tell(texts.get("emergency.dialog.title"), sentence);
    }

    private final class Words extends StringConverter<OutcomeKind> {
        @Override
        public String toString(@Nullable OutcomeKind kind) {
            return kind == null ? "" : texts.get("emergency.outcome." + kind);
        }

        @Override
        public OutcomeKind fromString(String words) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
