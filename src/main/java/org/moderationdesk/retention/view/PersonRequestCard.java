package org.moderationdesk.retention.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.retention.AccessExport;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.PersonErasure.Extent;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;

/** For administrators: a person concerned asks for what the desk holds of them, or for its erasure. */
public final class PersonRequestCard implements SettingsCard {
    private static final String LOOK_KEY = "Alt+W";
    private static final String ACCESS_KEY = "Alt+A";
    private static final String ERASE_KEY = "Alt+E";

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Answers answers;
    private final Person self;
    private final TextField account = new TextField();
    private final TextField reference = new TextField();
    private final Label said = DoorPanel.words("", "size-12");
    private final Watching watching;
    private final Button look;
    private final Button access;
    private final Button erase;

    /** What requests are answered with. */
    public record Answers(PersonErasure erasure, AccessExport access) {}

    public PersonRequestCard(Kit kit, Dialogs dialogs, FileChoice files, Answers answers, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.answers = answers;
        this.self = self;
        this.watching = new Watching(kit, dialogs, said);
        account.setId("request-account");
        reference.setId("request-reference");
        said.setId("request-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        look = KeyButton.of("request-plan", texts.get("retention.request.plan"), LOOK_KEY, this::plan);
        access = KeyButton.of("request-access", texts.get("retention.request.access"), ACCESS_KEY, this::handOver);
        erase = KeyButton.of("request-erase", texts.get("retention.request.erase"), ERASE_KEY, this::askErase);
    }

    @Override
    public List<Keys> keys() {
        return List.of(new Keys(texts.get("retention.request"))
                .on(LOOK_KEY, texts.get("retention.request.plan"), this::plan, () -> !look.isDisabled())
                .on(ACCESS_KEY, texts.get("retention.request.access"), this::handOver, () -> !access.isDisabled())
                .on(ERASE_KEY, texts.get("retention.request.erase"), this::askErase, () -> !erase.isDisabled()));
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("retention.request"));
        heading.getStyleClass().addAll("strong", "size-14");
        var fields = new HBox(
                DoorPanel.field(texts.get("retention.request.account"), account),
                DoorPanel.field(texts.get("retention.request.reference"), reference));
        fields.getStyleClass().add("gap-16");
        look.disableProperty().bind(account.textProperty().isEmpty());
        var incomplete =
                account.textProperty().isEmpty().or(reference.textProperty().isEmpty());
        access.disableProperty().bind(incomplete);
        erase.disableProperty().bind(incomplete);
        var buttons = new HBox(look, access, erase);
        buttons.getStyleClass().add("gap-8");
        var card = new VBox(
                heading,
                DoorPanel.words(texts.get("retention.request.sentence"), "muted", "size-12"),
                fields,
                buttons,
                said);
        card.getStyleClass().addAll("card", "gap-12");
        return card;
    }

    private String accountId() {
        return account.getText().strip();
    }

    private void plan() {
        String id = accountId();
        watching.say("", false);
        kit.background()
                .run(
                        () -> answers.erasure().plan(self, id),
                        extent -> watching.say(words(extent, "retention.request.would-go"), false),
                        watching::failed);
    }

    private void handOver() {
        String id = accountId();
        String request = reference.getText();
        files.save(texts.get("retention.request.access"), "access.json").ifPresent(file -> {
            watching.say("", false);
            kit.background()
                    .run(
                            () -> answers.access().write(self, id, file, request, texts),
                            written -> watching.say(
                                    texts.get(
                                            "retention.request.written",
                                            kit.numbers().whole(written.items()),
                                            written.json().toString(),
                                            String.valueOf(written.text().getFileName()),
                                            kit.numbers().whole(written.leftOut())),
                                    false),
                            watching::failed);
        });
    }

    private void askErase() {
        String id = accountId();
        String request = reference.getText();
        watching.say("", false);
        kit.background()
                .run(
                        () -> answers.erasure().plan(self, id),
                        extent -> dialogs.confirm(
                                texts.get("retention.request.erase"),
                                words(extent, "retention.request.would-go") + "\n\n"
                                        + texts.get("retention.request.erase.means"),
                                texts.get("retention.request.erase"),
                                // Once this question is closed: the work has a panel of its own.
                                () -> kit.background().run(() -> self, _ -> erase(id, request), watching::failed)),
                        watching::failed);
    }

    private void erase(String id, String request) {
        watching.run(
                texts.get("retention.request.erasing"),
                progress -> answers.erasure().erase(self, id, request, progress),
                extent -> watching.say(words(extent, "retention.request.gone"), false));
    }

    private String words(Extent extent, String key) {
        String goes = texts.get(
                key, kit.numbers().whole(extent.items()), kit.numbers().whole(extent.reported()));
        String held = extent.held().isEmpty()
                ? ""
                : " " + texts.get("retention.request.held", HeldWords.of(kit, extent.held()));
        return goes + held + (extent.account() ? "" : " " + texts.get("retention.request.account-stays"));
    }
}
