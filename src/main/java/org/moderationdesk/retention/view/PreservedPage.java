package org.moderationdesk.retention.view;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.Preserved.Cause;
import org.moderationdesk.retention.view.PreservedModel.Row;

/** What is chosen of what is preserved: why, since when, until when, and what can be done with it. */
final class PreservedPage extends VBox {
    private static final String EXTEND_KEY = "X";
    private static final String LIFT_KEY = "L";
    private static final String ORDER_KEY = "G";
    private static final int LONGEST = 500;

    private final PreservedModel model;
    private final PreservedWords words;
    private final Texts texts;
    private final Acts acts;

    /**
     * What can be done.
     *
     * @param order goes to an order
     */
    record Acts(Consumer<Row> extend, Consumer<Row> lift, Consumer<String> order) {}

    PreservedPage(PreservedModel model, PreservedWords words, Acts acts) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.acts = acts;
        setId("preserved-page");
        setAccessibleText(texts.get("retention.held.page"));
        getStyleClass().add("referral-page");
        setMinWidth(0);
        setFocusTraversable(true);
        model.list().selectedProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on(EXTEND_KEY, texts.get("retention.held.extend"), () -> with(acts.extend()), this::isByHand)
                .on(LIFT_KEY, texts.get("retention.holds.lift"), () -> with(acts.lift()), this::isByHand)
                .on(ORDER_KEY, texts.get("retention.held.to-order"), this::goToOrder, this::isByOrder);
    }

    private void with(Consumer<Row> act) {
        Row row = model.list().selectedProperty().get();
        if (row != null) {
            act.accept(row);
        }
    }

    private boolean isByHand() {
        Row row = model.list().selectedProperty().get();
        return row != null && row.hold() != null;
    }

    private boolean isByOrder() {
        Row row = model.list().selectedProperty().get();
        return row != null && row.preserved().cause() == Cause.ORDER;
    }

    private void goToOrder() {
        with(row -> acts.order().accept(row.preserved().id()));
    }

    private void show(@Nullable Row row) {
        getChildren().clear();
        if (row == null) {
            return;
        }
        var facts = new VBox(
                DoorPanel.note(
                        Icon.INFO,
                        texts.get("retention.held.means." + row.preserved().cause())),
                facts(row));
        facts.getStyleClass().addAll("referral-facts", "gap-12");
        var scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(row), scroll);
    }

    private Node head(Row row) {
        Preserved one = row.preserved();
        var title = new Label(words.subject(one), Icons.head(words.icon(one)));
        title.setId("preserved-title");
        title.getStyleClass().addAll("strong", "size-16");
        title.setMinWidth(0);
        var state = new Tag(words.state(one), words.tone(one));
        state.setId("preserved-state");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(title, state, gap);
        if (isByHand()) {
            top.getChildren()
                    .addAll(
                            button("preserved-extend", "retention.held.extend", EXTEND_KEY, () -> with(acts.extend())),
                            button("preserved-lift", "retention.holds.lift", LIFT_KEY, () -> with(acts.lift())));
        } else if (isByOrder()) {
            top.getChildren().add(button("preserved-order", "retention.held.to-order", ORDER_KEY, this::goToOrder));
        }
        top.getStyleClass().add("gap-8");
        top.setAlignment(Pos.CENTER_LEFT);
        var end = new DueLabel();
        end.setId("preserved-end");
        end.getStyleClass().add("size-12");
        var due = words.end(one, model.now());
        end.show(due, due.words());
        var head = new VBox(top);
        if (!due.words().isEmpty()) {
            head.getChildren().add(end);
        }
        head.getStyleClass().addAll("referral-head", "gap-4", "edge-bottom");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Button button(String id, String key, String shortcut, Runnable act) {
        return KeyButton.of(id, texts.get(key), shortcut, act);
    }

    private Node facts(Row row) {
        Preserved one = row.preserved();
        var facts = new VBox(fact("retention.held.fact.why", words.cause(row)));
        Hold hold = row.hold();
        if (hold != null) {
            facts.getChildren()
                    .addAll(
                            fact("retention.holds.reason", SafeLine.of(hold.reason(), LONGEST)),
                            fact("retention.held.fact.by", SafeLine.of(hold.by())));
        }
        facts.getChildren()
                .addAll(
                        fact("retention.held.fact.since", words.moment(one.since())),
                        fact("retention.held.fact.ends", words.ends(one)),
                        fact("retention.held.fact.id." + one.cause(), one.id()));
        facts.getStyleClass().add("gap-8");
        return facts;
    }

    private Node fact(String key, String value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().addAll("field-label", "preserved-fact");
        var said = DoorPanel.words(value, "size-12");
        HBox.setHgrow(said, Priority.ALWAYS);
        var both = new HBox(name, said);
        both.getStyleClass().add("gap-8");
        return both;
    }
}
