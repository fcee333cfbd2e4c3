package org.moderationdesk.practice.view;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.review.Opened;

/** An item of a run that is over, under cover as any, beside what was said and what the key says. */
final class AgainPane extends VBox {
    private final ResultModel results;
    private final PracticeWords words;
    private final ItemBeside beside;
    private final Label where = Shown.whole("", "size-12", "strong");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Keys keys;
    private List<Reviewed> items = List.of();
    private int at;

    AgainPane(ResultModel results, PracticeWords words) {
        this.results = results;
        this.words = words;
        beside = new ItemBeside(results.home(), words);
        VBox.setVgrow(beside, Priority.ALWAYS);
        getChildren().addAll(head(), beside);
        setId("practice-seen-again");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.again.title"));
        keys = new Keys(words.get("practice.again.title"))
                .on("J", words.get("practice.told.after"), () -> move(1))
                .on("K", words.get("practice.told.before"), () -> move(-1))
                .on("Alt+Left", words.get("practice.back"), this::close);
        keys.listenOn(this);
        beside.in(this);
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
        return List.of(keys, beside.keys());
    }

    List<Node> panels() {
        return beside.panels();
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        beside.onLook(told);
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
        beside.leave();
        PracticeModel home = results.home();
        home.read(
                () -> home.doors()
                        .viewing()
                        .again(home.person(), result.run().id(), one.item().id()),
                laid -> show(laid, one, result));
    }

    private void show(Opened laid, Reviewed one, ResultModel.Result result) {
        GivenAnswer given = one.answer();
        var card = new KeyCard(one, !result.isMissed(one), words);
        card.notes(result.notes(one), words);
        beside.show(laid, given == null ? List.of() : given.proposal().evidence(), card);
        where.setText(words.get("practice.told.of", at + 1, items.size()));
        open.set(true);
        requestFocus();
    }

    void close() {
        beside.close();
        open.set(false);
    }

    void cover() {
        beside.cover();
    }
}
