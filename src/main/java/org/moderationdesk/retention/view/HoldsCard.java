package org.moderationdesk.retention.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.ActingRows;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.Person;

/** For administrators: what is kept from erasure by hand, and why. */
public final class HoldsCard implements SettingsCard {
    private static final int LINES = 2;
    private static final int LONGEST_ID = 80;

    private static final String PLACE_KEY = "Alt+N";
    private static final String LIFT_KEY = "Alt+L";

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Retention retention;
    private final Person self;
    private final VBox list = new VBox();
    private final ActingRows rows = new ActingRows(list);
    private final Label said = DoorPanel.words("", "size-12");
    private final Watching watching;

    public HoldsCard(Kit kit, Dialogs dialogs, Retention retention, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.retention = retention;
        this.self = self;
        this.watching = new Watching(kit, dialogs, said);
        list.setId("holds");
        said.setId("holds-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("retention.holds"));
        heading.getStyleClass().addAll("strong", "size-14");
        var place = new HBox(KeyButton.of("holds-place", texts.get("retention.holds.place"), PLACE_KEY, this::ask));
        var card = new VBox(
                heading, DoorPanel.words(texts.get("retention.holds.sentence"), "muted", "size-12"), list, place, said);
        card.getStyleClass().addAll("card", "gap-12");
        list.getChildren().setAll(new Loading(LINES, texts.get("retention.holds.waiting")));
        refresh();
        return card;
    }

    @Override
    public List<Keys> keys() {
        return List.of(new Keys(texts.get("retention.holds"))
                .on(PLACE_KEY, texts.get("retention.holds.place"), this::ask)
                .on("Alt+Down", texts.get("retention.holds.key.next"), () -> rows.move(1), () -> !rows.isEmpty())
                .on("Alt+Up", texts.get("retention.holds.key.previous"), () -> rows.move(-1), () -> !rows.isEmpty())
                .on(LIFT_KEY, texts.get("retention.holds.lift"), () -> rows.fire(LIFT_KEY), () -> rows.can(LIFT_KEY)));
    }

    private void refresh() {
        kit.background().run(() -> retention.holds(self), this::show, failure -> {
            rows.show(List.of());
            list.getChildren().clear();
            watching.failed(failure);
        });
    }

    private void show(List<Hold> holds) {
        list.getChildren().clear();
        if (holds.isEmpty()) {
            var none = DoorPanel.words(texts.get("retention.holds.none"), "size-12");
            none.setId("holds-none");
            list.getChildren().add(none);
        }
        rows.show(holds.stream().map(this::row).toList());
    }

    private ActingRows.Row row(Hold hold) {
        String id = HostileText.firstWords(hold.subjectId(), LONGEST_ID);
        var what = new Label(texts.get("retention.subject-of." + hold.subject(), id));
        what.getStyleClass().addAll("size-12", "strong");
        var why = DoorPanel.words(
                texts.get(
                        "retention.holds.row",
                        texts.get("retention.hold." + hold.kind()),
                        hold.by(),
                        kit.times().moment(hold.at(), kit.clock().instant()),
                        hold.reason()),
                "muted",
                "size-12");
        var words = new VBox(what, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        var lift = new Button();
        lift.setId("hold-lift-" + hold.subjectId());
        lift.setAccessibleText(texts.get("retention.holds.lift.of", id));
        lift.setOnAction(_ -> dialogs.confirm(
                texts.get("retention.holds.lift.of", id),
                texts.get("retention.holds.lift.means"),
                texts.get("retention.holds.lift"),
                () -> change(() -> retention.lift(self, hold.id()))));
        var row = new HBox(words, lift);
        row.getStyleClass().addAll("hold-row", "edge-top");
        row.setAlignment(Pos.CENTER_LEFT);
        var act = ActingRows.Act.of(LIFT_KEY, lift, new Label(texts.get("retention.holds.lift")));
        return new ActingRows.Row(hold.id(), row, List.of(act));
    }

    private void ask() {
        new HoldForm(texts, dialogs, this::place).open();
    }

    private void place(HoldForm.Entry entry, Runnable onDone, Consumer<Exception> onRefused) {
        watching.say("", false);
        kit.background()
                .run(
                        () -> retention.hold(self, entry.subject(), entry.id(), entry.kind(), entry.reason()),
                        _ -> {
                            onDone.run();
                            refresh();
                        },
                        onRefused);
    }

    private void change(Runnable act) {
        watching.say("", false);
        kit.background()
                .run(
                        () -> {
                            act.run();
                            return self;
                        },
                        _ -> refresh(),
                        watching::failed);
    }
}
