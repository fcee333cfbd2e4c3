package org.moderationdesk.referrals.view;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.Referral;

/** The referral that is chosen: what the list knows of it until it is opened, and all of it then. */
final class ReferralPage extends VBox {
    private final ReferralsModel model;
    private final ReferralWords words;
    private final Texts texts;
    private final Consumer<String> onItem;
    private final Label deadline = DoorPanel.words("", "size-12");
    private final StackPane body = new StackPane();
    private final ReportPane report;
    private final MissedBar missed;
    private final Map<ReferralTarget, KindPage> kinds = new EnumMap<>(ReferralTarget.class);

    /** @param onItem goes to an item's case */
    ReferralPage(ReferralsModel model, ReferralWords words, ReportPane report, Consumer<String> onItem) {
        this.model = model;
        this.report = report;
        this.words = words;
        this.texts = words.texts();
        this.onItem = onItem;
        this.missed = new MissedBar(model, texts);
        setId("referral-page");
        setAccessibleText(texts.get("referrals.page"));
        getStyleClass().add("referral-page");
        setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.selectedProperty().subscribe(_ -> show());
        model.openedProperty().subscribe(_ -> show());
        model.problemProperty().subscribe(_ -> show());
    }

    /** Shows those of its kind so. */
    void with(KindPage kind) {
        kinds.put(kind.target(), kind);
    }

    /** The keys of what is said of those that were left. */
    void keysTo(Keys keys) {
        missed.keysTo(keys);
    }

    /** Asks anew for what a page of its own kind shows. */
    void askAgain() {
        kinds.values().forEach(KindPage::again);
    }

    /** Tells the clock anew. */
    void tick() {
        Referral chosen = model.selectedProperty().get();
        if (chosen != null) {
            deadline.setText(words.deadline(chosen, model.now()));
        }
    }

    void goToItem() {
        Referral chosen = model.selectedProperty().get();
        if (chosen != null) {
            onItem.accept(chosen.line().itemId());
        }
    }

    private void show() {
        Referral chosen = model.selectedProperty().get();
        if (chosen == null) {
            tell(null);
            getChildren().setAll(missed);
            return;
        }
        getChildren().setAll(missed, head(chosen), body);
        ReferralsModel.Opened opened = model.openedProperty().get();
        boolean open = opened != null && model.isOpen(chosen);
        tell(open ? opened : null);
        Node shown;
        if (!model.problemProperty().get().isEmpty()) {
            shown = problem();
        } else if (!open) {
            shown = closed();
        } else {
            shown = page(opened);
        }
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
    }

    /** Of its kind, and nothing any more to the others. */
    private void tell(ReferralsModel.@Nullable Opened opened) {
        for (KindPage kind : kinds.values()) {
            if (opened != null && opened.file().referral().line().to() == kind.target()) {
                kind.show(opened.file());
            } else {
                kind.leave();
            }
        }
    }

    private Node page(ReferralsModel.Opened opened) {
        KindPage kind = kinds.get(opened.file().referral().line().to());
        if (kind != null) {
            return kind.node();
        }
        return opened.hasReport() ? report : facts(opened);
    }

    /** Whether why it was referred is said in the head, since the page beneath has other things to say. */
    private boolean isReasonAbove(ReferralsModel.Opened opened) {
        return opened.hasReport()
                || kinds.containsKey(opened.file().referral().line().to());
    }

    private Node head(Referral chosen) {
        var title = new Label(
                words.kind(chosen.line().to()),
                Icons.head(words.icon(chosen.line().to())));
        title.getStyleClass().addAll("strong", "size-16");
        title.setMinWidth(0);
        var item = new Tag(SafeLine.of(chosen.line().itemId()));
        var standing = new Tag(words.standing(chosen), words.tone(chosen.standing()));
        standing.setId("referral-standing");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button go = KeyButton.of("referral-item", texts.get("referrals.go-to-item"), "G", this::goToItem);
        var line = new HBox(title, item, standing, gap, go);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        deadline.setId("referral-deadline");
        deadline.getStyleClass().removeAll("tone-danger", "muted");
        Instant now = model.now();
        deadline.setText(words.deadline(chosen, now));
        deadline.getStyleClass().add(chosen.isLate(now) ? "tone-danger" : "muted");
        var means = DoorPanel.words(words.means(chosen), "size-12");
        means.setId("referral-means");
        var head = new VBox(line, means, deadline);
        ReferralsModel.Opened opened = model.openedProperty().get();
        if (opened != null && model.isOpen(chosen) && isReasonAbove(opened)) {
            head.getChildren().add(reason(opened));
        }
        head.getStyleClass().addAll("referral-head", "gap-4", "edge-bottom");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node reason(ReferralsModel.Opened opened) {
        Referral referral = opened.file().referral();
        String why = opened.file().why();
        var reason = DoorPanel.words(
                texts.get(
                        "referrals.reason",
                        SafeLine.of(referral.decidedBy()),
                        words.moment(referral.decidedAt()),
                        why.isEmpty() ? texts.get("referrals.fact.why.none") : SafeLine.of(why)),
                "muted",
                "size-12");
        reason.setId("referral-reason");
        return reason;
    }

    private Node closed() {
        var state = new EmptyState(
                Icon.SEALED,
                texts.get("referrals.closed"),
                texts.get("referrals.closed.sentence"),
                KeyButton.of("referral-open", texts.get("referrals.open"), "Enter", model::open));
        state.setId("referral-closed");
        return state;
    }

    private Node problem() {
        var state = new EmptyState(
                Icon.TROUBLE,
                model.problemProperty().get(),
                texts.get("referrals.lost.sentence"),
                KeyButton.of("referral-again", texts.get("referrals.again"), "F5", this::again));
        state.setId("referral-problem");
        return state;
    }

    private void again() {
        if (model.openedProperty().get() == null) {
            model.open();
        }
        model.refresh();
    }

    private Node facts(ReferralsModel.Opened opened) {
        Referral referral = opened.file().referral();
        String why = opened.file().why();
        var page = new VBox(
                fact(
                        "referrals.fact.decided",
                        texts.get(
                                "referrals.fact.decided.by",
                                SafeLine.of(referral.decidedBy()),
                                words.moment(referral.decidedAt()))),
                fact("referrals.fact.account", words.account(referral)),
                fact("referrals.fact.why", why.isEmpty() ? texts.get("referrals.fact.why.none") : SafeLine.of(why)),
                fact("referrals.fact.decision", referral.line().decisionId()),
                fact("referrals.fact.referral", referral.line().id()),
                DoorPanel.note(
                        Icon.INFO,
                        texts.get("referrals.kind.means." + referral.line().to())));
        page.setId("referral-facts");
        page.getStyleClass().addAll("referral-facts", "gap-12");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        return scroll;
    }

    private Node fact(String key, String value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().add("field-label");
        return new VBox(name, DoorPanel.words(value));
    }
}
