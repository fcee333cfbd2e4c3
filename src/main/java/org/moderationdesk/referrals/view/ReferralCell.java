package org.moderationdesk.referrals.view;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.DueTime;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralClock;

/** One referral in the list: to whom, about what, how far it has come, and what it runs up to. */
final class ReferralCell extends ListCell<Referral> {
    private static final Duration SOON = Duration.ofHours(2);

    private final ReferralsModel model;
    private final ReferralWords words;
    private final Label item = new Label();
    private final Tag standing = new Tag("");
    private final Label kind = new Label();
    private final Label account = new Label();
    private final DueLabel clock = new DueLabel();
    private final VBox lines;

    ReferralCell(ReferralsModel model, ReferralWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("case-cell");
        item.getStyleClass().add("case-section");
        item.setMinWidth(0);
        item.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(item, Priority.ALWAYS);
        var top = new HBox(item, standing);
        top.getStyleClass().add("gap-8");
        top.setAlignment(Pos.CENTER_LEFT);
        kind.getStyleClass().add("size-12");
        kind.setMinWidth(0);
        account.getStyleClass().addAll("muted", "size-12");
        account.setMinWidth(0);
        clock.getStyleClass().add("size-12");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bottom = new HBox(account, gap, clock);
        bottom.getStyleClass().add("gap-8");
        bottom.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(top, kind, bottom);
        lines.getStyleClass().add("referral-row");
        lines.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Referral one, boolean empty) {
        super.updateItem(one, empty);
        if (empty || one == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Instant now = model.now();
        item.setText(SafeLine.of(one.line().itemId()));
        item.setGraphic(Icons.small(words.icon(one.line().to())));
        standing.setText(words.standing(one));
        for (Tone tone : Tone.values()) {
            standing.getStyleClass().remove(tone.styleClass());
        }
        standing.getStyleClass().add(words.tone(one.standing()).styleClass());
        kind.setText(
                one.line().threatToLife()
                        ? words.texts()
                                .get("referrals.threat", words.kind(one.line().to()))
                        : words.kind(one.line().to()));
        kind.setGraphic(one.sealed() ? Icons.small(Icon.SEALED) : null);
        account.setText(words.account(one));
        clock.show(due(one, now), words.clock(one, now));
        setAccessibleText(words.texts()
                .get(
                        "referrals.row.spoken",
                        item.getText(),
                        kind.getText(),
                        standing.getText(),
                        account.getText(),
                        clock.getText()));
        setGraphic(lines);
    }

    private DueTime due(Referral one, Instant now) {
        ReferralClock runs = one.clock();
        boolean near = runs != null
                && runs.kind() != ReferralClock.Kind.RELEASE
                && Duration.between(now, runs.at()).compareTo(SOON) < 0;
        return new DueTime(one.isLate(now) ? DueTime.State.LATE : near ? DueTime.State.SOON : DueTime.State.PLAIN, "");
    }
}
