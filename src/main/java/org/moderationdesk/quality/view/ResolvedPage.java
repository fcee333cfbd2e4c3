package org.moderationdesk.quality.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.Comparison;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.Resolved;

/** One resolved difference: what came of it, both answers side by side, and what was said. */
final class ResolvedPage extends ScrollPane {
    private static final int LONGEST = 2_000;

    private final RepliesModel model;
    private final ItemWords items;
    private final ProposalWords says;
    private final Kit kit;
    private final Texts texts;
    private final TextArea words = new TextArea();
    private final Label problem = new Label();
    private final Label gone = new Label();
    private final Button send;

    ResolvedPage(RepliesModel model, ItemWords items, ProposalWords says, Kit kit) {
        this.model = model;
        this.items = items;
        this.says = says;
        this.kit = kit;
        this.texts = kit.texts();
        setFitToWidth(true);
        getStyleClass().add("edge-less");
        words.setId("quality-reply");
        words.setPromptText(texts.get("quality.reply.prompt"));
        words.setAccessibleText(texts.get("quality.reply.prompt"));
        words.setPrefRowCount(3);
        words.setWrapText(true);
        Tabs.leaveByTab(words);
        send = KeyButton.of("quality-reply-send", texts.get("quality.reply.send"), "Shortcut+Enter", this::send);
        send.getStyleClass().add("accent");
        problem.setId("quality-reply-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        model.problemProperty().subscribe(problem::setText);
        gone.setId("quality-resolved-gone");
        gone.getStyleClass().add("field-problem");
        gone.setWrapText(true);
        gone.managedProperty().bind(gone.textProperty().isNotEmpty());
        model.goneProperty().subscribe(gone::setText);
        model.selectedProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on("R", texts.get("quality.reply.write"), words::requestFocus, this::mayReply)
                .on("Shortcut+Enter", texts.get("quality.reply.send"), this::send, this::mayReply);
    }

    private boolean mayReply() {
        Resolved one = model.selectedProperty().get();
        return one != null && one.mayReply();
    }

    private void send() {
        if (mayReply()) {
            String said = words.getText().strip();
            model.reply(said.length() > LONGEST ? said.substring(0, LONGEST) : said);
        }
    }

    private void show(Resolved one) {
        words.clear();
        if (one == null) {
            var nothing = new VBox(gone);
            nothing.getStyleClass().add("quality-page");
            setContent(nothing);
            return;
        }
        String section = one.section().isEmpty() ? texts.get("items.section.none") : items.section(one.section());
        var title = new Label(section);
        title.getStyleClass().addAll("strong", "size-16");
        title.setMinWidth(0);
        var head = new HBox(title, new Tag(SafeLine.of(one.itemId())));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        var comparison = new Comparison(
                List.of(
                        new Comparison.Column(side("first", one.firstPerson()), one.first()),
                        new Comparison.Column(side("second", one.secondPerson()), one.second())),
                says);
        comparison.getStyleClass().add("framed");
        var page = new VBox(head, gone, verdict(one), comparison, heading("quality.replies.said"));
        page.setId("quality-resolved-page");
        page.getStyleClass().addAll("gap-12", "quality-page");
        one.replies().forEach(reply -> page.getChildren().add(said(reply)));
        if (one.replies().isEmpty() && !one.mayReply()) {
            page.getChildren().add(quiet(texts.get("quality.reply.none")));
        }
        if (one.mayReply()) {
            var row = new HBox(send, quiet(texts.get("quality.reply.once")));
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("gap-8");
            page.getChildren().addAll(words, problem, row);
        }
        setContent(page);
        setVvalue(0);
    }

    private String side(String which, String person) {
        String name = person.equals(model.person().name()) ? texts.get("quality.side.you") : SafeLine.of(person);
        return texts.get("quality.side." + which + ".named", name);
    }

    private Node verdict(Resolved one) {
        var what = new Label(texts.get("quality.resolved." + one.verdict()));
        what.setId("quality-verdict");
        what.setGraphic(Icons.small(one.verdict() == Verdict.KEPT ? Icon.WELL : Icon.UNDO));
        what.getStyleClass().addAll("strong");
        what.setWrapText(true);
        String when = kit.times().moment(one.resolvedAt(), kit.clock().instant());
        Label by = quiet(texts.get("quality.resolved.by", SafeLine.of(one.resolvedBy()), when));
        var box = new VBox(what, by);
        box.getStyleClass().addAll("gap-4", "consequence");
        if (!one.note().isBlank()) {
            var note = new Label(SafeLine.of(one.note(), LONGEST));
            note.setId("quality-said-note");
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(note);
        }
        return box;
    }

    private Node said(Resolved.Reply reply) {
        String when = kit.times().moment(reply.at(), kit.clock().instant());
        var text = new Label(
                reply.words().isEmpty() ? texts.get("quality.reply.erased") : SafeLine.of(reply.words(), LONGEST));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("quality-said");
        var box = new VBox(quiet(texts.get("quality.reply.by", SafeLine.of(reply.person()), when)), text);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("strong", "size-14");
        return label;
    }

    private static Label quiet(String said) {
        var label = new Label(said);
        label.getStyleClass().addAll("muted", "size-12");
        label.setWrapText(true);
        return label;
    }
}
