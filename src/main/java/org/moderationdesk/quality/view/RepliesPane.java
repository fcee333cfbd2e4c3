package org.moderationdesk.quality.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Resolved;

/** Resolved differences about this person's judgements: what came of them, what was said, and what they reply. */
final class RepliesPane extends HBox {
    private final RepliesModel model;
    private final ItemWords words;
    private final Kit kit;
    private final Texts texts;
    private final CaseShelf<Resolved> shelf;
    private final ResolvedPage page;
    private final ListBeside columns;
    private final Keys keys;

    RepliesPane(RepliesModel model, ItemWords words, Kit kit, Sizes sizes) {
        this.model = model;
        this.words = words;
        this.kit = kit;
        this.texts = kit.texts();
        var says = new ProposalWords(new Speech(texts, words.bookWords()), kit.times());
        page = new ResolvedPage(model, words, says, kit);
        var shelved = new CaseShelf.Shelved<>(
                "quality-resolved",
                texts.get("quality.replies"),
                model.rows(),
                model.selectedProperty(),
                model.stateProperty(),
                model::select,
                model::refresh);
        shelf = new CaseShelf<>(texts, shelved, empty(), this::say);
        var left = new VBox(shelf);
        if (model.leads()) {
            var everybody = new CheckBox(texts.get("quality.replies.everybody"));
            everybody.setId("quality-everybody");
            everybody.selectedProperty().bindBidirectional(model.everybodyProperty());
            var top = new VBox(everybody);
            top.getStyleClass().add("queue-top");
            left.getChildren().addFirst(top);
        }
        VBox.setVgrow(shelf, Priority.ALWAYS);
        page.setMinWidth(0);
        columns = new ListBeside(left, page, sizes, "quality.replies");
        HBox.setHgrow(columns, Priority.ALWAYS);
        getChildren().add(columns);
        setFocusTraversable(true);
        setAccessibleText(texts.get("quality.replies"));
        keys = new Keys(texts.get("quality.replies"))
                .on("J", texts.get("quality.key.next"), () -> model.move(1))
                .on("K", texts.get("quality.key.previous"), () -> model.move(-1));
        page.keysTo(keys);
        keys.listenOn(this);
    }

    List<Keys> keys() {
        return List.of(keys);
    }

    List<Node> panels() {
        return List.of(shelf, page);
    }

    void shown() {
        model.refresh();
        columns.ready();
        shelf.focusOr(this);
    }

    private Node empty() {
        var state = new EmptyState(
                Icon.COMMENT, texts.get("quality.replies.empty"), texts.get("quality.replies.empty.sentence"));
        state.setId("quality-replies-empty");
        return state;
    }

    private void say(Resolved one, ListedCase lines) {
        lines.show(
                one.section().isEmpty() ? texts.get("items.section.none") : words.section(one.section()),
                texts.get("quality.resolved." + one.verdict()),
                SafeLine.of(one.itemId()),
                kit.times().date(one.resolvedAt()),
                null);
    }
}
