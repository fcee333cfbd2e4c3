package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.SeverityMark;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Times;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

/** The two lines above an item: what it is, whose, how urgent, and how long it is held. */
final class ItemHead {
    private static final int TITLE = 80;

    private final ItemModel model;
    private final ItemWords words;
    private final Texts texts;
    private final Times times;
    private final Numbers numbers;
    private final HBox head = new HBox();
    private final DueLabel due = new DueLabel();
    private final Label lease = new Label();

    ItemHead(ItemModel model, ItemWords words, Times times) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.times = times;
        this.numbers = new Numbers(texts);
        head.setId("item-head");
        head.getStyleClass().add("item-head");
        lease.setId("item-lease");
        lease.getStyleClass().add("head-fact");
        due.setId("item-due");
        model.shownProperty().subscribe(this::show);
        model.nowProperty().subscribe(this::showTimes);
        model.leaseUntilProperty().subscribe(this::showTimes);
    }

    Node node() {
        return head;
    }

    private void show(@Nullable OpenItem open) {
        head.getChildren().clear();
        if (open == null) {
            return;
        }
        var left = new VBox(titleLine(open), factLine(open));
        left.getStyleClass().add("item-head-lines");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = new VBox(due, lease);
        right.getStyleClass().add("item-head-lines");
        right.setAlignment(Pos.TOP_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().setAll(left, right);
        showTimes();
    }

    private Node titleLine(OpenItem open) {
        Item item = open.file().item();
        var title = new Label(title(open), Icons.head(words.icon(item.kind())));
        title.setId("item-title");
        title.getStyleClass().addAll("strong", "item-title");
        title.setMinWidth(0);
        var line = new HBox(title, new Tag(SafeLine.of(item.id(), 60)));
        if (item.version() > 1) {
            line.getChildren().add(new Tag(texts.get("items.head.version", item.version())));
        }
        if (item.isLiveNow()) {
            line.getChildren().add(new Tag(texts.get("items.head.live"), Tone.ATTENTION));
        }
        if (open.isReadOnly()) {
            line.getChildren().add(new Tag(texts.get("items.head.readOnly")));
        }
        line.getStyleClass().add("item-head-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String title(OpenItem open) {
        Item item = open.file().item();
        if (open.row().sealed()) {
            return texts.get("items.head.sealed", words.kind(item.kind()));
        }
        Author author = item.author();
        String name = item.kind() == ItemKind.ACCOUNT && author != null ? author.displayName() : item.text();
        String first = name == null ? "" : HostileText.firstWords(name, TITLE);
        return first.isEmpty() ? words.kind(item.kind()) : SafeLine.of(first);
    }

    private Node factLine(OpenItem open) {
        var severity = new SeverityMark(
                words.step(open.row().severity()), words.severity(open.row().severity()));
        severity.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(severity);
        facts(open).forEach(fact -> {
            var label = new Label(fact);
            label.getStyleClass().add("head-fact");
            line.getChildren().add(label);
        });
        line.getStyleClass().add("item-facts");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private List<String> facts(OpenItem open) {
        Item item = open.file().item();
        var facts = new ArrayList<String>();
        if (item.author() != null && item.author().handle() != null) {
            facts.add(SafeLine.of(item.author().handle(), 60));
        }
        if (item.postedAt() != null) {
            facts.add(texts.get(
                    "items.head.posted",
                    times.moment(item.postedAt(), model.nowProperty().get())));
        }
        String place = words.languageAndRegion(item.language(), item.region());
        if (!place.isEmpty()) {
            facts.add(place);
        }
        if (item.reach() != null && item.reach().views() != null) {
            facts.add(texts.get("items.head.views", numbers.whole(item.reach().views())));
        }
        return facts;
    }

    private void showTimes() {
        OpenItem open = model.shownProperty().get();
        if (open == null) {
            return;
        }
        Instant now = model.nowProperty().get();
        due.setVisible(model.isTimed());
        DueTime left = DueTime.of(open.row().dueAt(), open.row().severity(), now, times, texts);
        due.show(left, left.state() == DueTime.State.LATE ? left.words() : texts.get("items.head.due", left.words()));
        Instant until = model.leaseUntilProperty().get();
        String holder = open.row().claimedBy();
        boolean held = until != null || open.isReadOnly() && holder != null;
        lease.setGraphic(held ? Icons.small(Icon.HELD) : null);
        if (until != null) {
            Duration remaining = Duration.between(now, until);
            lease.setText(
                    remaining.isNegative()
                            ? texts.get("items.head.leaseEnded")
                            : texts.get("items.head.yours", times.countdown(remaining)));
        } else {
            lease.setText(held && holder != null ? texts.get("items.head.heldBy", SafeLine.of(holder, 60)) : "");
        }
    }
}
