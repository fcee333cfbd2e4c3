package org.moderationdesk.practice.view;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.media.Look;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;

/** An item of a run that is over, under cover as any, beside what was said and what the key says. */
final class AgainPane extends VBox {
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double LOW_BELOW = 760;

    private final ResultModel results;
    private final PracticeWords words;
    private final ApartCase apart;
    private final ItemPane item;
    private final ScrollPane key = new ScrollPane();
    private final Label where = Shown.whole("", "size-12", "strong");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Keys keys;
    private List<Reviewed> items = List.of();
    private int at;
    private Runnable onLook = () -> {};

    AgainPane(ResultModel results, PracticeWords words) {
        this.results = results;
        this.words = words;
        var doors = results.home().doors();
        apart = new ApartCase(doors.means(), words.kit(), this::looked);
        apart.item().untimed();
        item = new ItemPane(
                apart.item(),
                words.items(),
                words.kit().times(),
                apart.pictures(),
                words.kit().background(),
                words.kit().covers());
        key.setFitToWidth(true);
        key.setFocusTraversable(false);
        key.getStyleClass().addAll("edge-less", "edge-left", "practice-again-key");
        HBox.setHgrow(item.node(), Priority.ALWAYS);
        var body = new HBox(item.node(), key);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body);
        setId("practice-seen-again");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.again.title"));
        keys = new Keys(words.get("practice.again.title"))
                .on("J", words.get("practice.told.after"), () -> move(1))
                .on("K", words.get("practice.told.before"), () -> move(-1))
                .on("Alt+Left", words.get("practice.back"), this::close);
        keys.listenOn(this);
        item.keys().listenOn(this);
        item.holdToRevealOn(this);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                item.panelAside(width.doubleValue() < PANEL_ASIDE_BELOW);
            }
        });
        heightProperty().subscribe(height -> item.low(height.doubleValue() > 0 && height.doubleValue() < LOW_BELOW));
    }

    private Node head() {
        var mark = new Tag(words.get("practice.mark"), Tone.DONE);
        mark.setGraphic(Icons.small(Icon.PRACTICE));
        var row = new HBox(
                mark,
                Shown.label(words.get("practice.again.sentence"), "size-12", "muted"),
                Shown.gap(),
                where,
                KeyButton.of("practice-seen-before", words.get("practice.told.before"), "K", () -> move(-1)),
                KeyButton.of("practice-seen-after", words.get("practice.told.after"), "J", () -> move(1)),
                KeyButton.of("practice-seen-back", words.get("practice.back"), "Alt+Left", this::close));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-mark");
        return row;
    }

    /** Whether an item is seen again. */
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    List<Keys> keys() {
        return List.of(keys, item.keys());
    }

    List<Node> panels() {
        return List.of(item.node(), key);
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        onLook = told;
    }

    /** @param among the items that one can go through from there */
    void open(Reviewed one, List<Reviewed> among) {
        items = List.copyOf(among);
        at = Math.max(
                0,
                items.stream()
                        .map(each -> each.item().id())
                        .toList()
                        .indexOf(one.item().id()));
        lay();
    }

    private void move(int by) {
        int next = Math.clamp(at + by, 0, Math.max(0, items.size() - 1));
        if (next != at) {
            at = next;
            lay();
        }
    }

    private void lay() {
        ResultModel.@Nullable Result result = results.shownProperty().get();
        if (result == null || items.isEmpty()) {
            return;
        }
        Reviewed one = items.get(at);
        apart.leave();
        PracticeModel home = results.home();
        home.read(
                () -> home.doors()
                        .viewing()
                        .again(home.person(), result.run().id(), one.item().id()),
                laid -> show(laid, one, result));
    }

    private void show(Opened laid, Reviewed one, ResultModel.Result result) {
        GivenAnswer given = one.answer();
        apart.look(laid, given == null ? List.of() : given.proposal().evidence());
        var card = new KeyCard(one, !result.isMissed(one), words);
        card.notes(result.notes(one), words);
        key.setContent(card);
        key.setVvalue(0);
        where.setText(words.get("practice.told.of", at + 1, items.size()));
        open.set(true);
        item.shown();
        requestFocus();
    }

    void close() {
        apart.leave();
        item.hidden();
        open.set(false);
    }

    void cover() {
        apart.coverAll();
    }

    private void looked(Opened laid, Look look) {
        PracticeModel home = results.home();
        var from = words.kit().clock().instant().minusMillis(look.millis());
        home.read(
                () -> {
                    home.doors().viewing().looked(home.person(), laid, look, from);
                    return true;
                },
                _ -> onLook.run());
    }
}
