package org.moderationdesk.audit.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.QualityCard;
import org.moderationdesk.quality.QualityState;

/** What a second review made of the decision beside the list, and the way to both answers side by side. */
final class SecondReviewCard extends VBox {
    private final LogWords words;
    private final Texts texts;
    private final Runnable onDifference;

    SecondReviewCard(LogWords words, Runnable onDifference) {
        this.words = words;
        this.texts = words.texts();
        this.onDifference = onDifference;
        setId("decisions-second");
        getStyleClass().addAll("drawer-second", "gap-8", "edge-bottom");
        show(null);
    }

    /** Takes no room without one. */
    void show(@Nullable QualityCard card) {
        setVisible(card != null);
        setManaged(card != null);
        getChildren().clear();
        if (card == null) {
            return;
        }
        Label title = Buttons.label(texts.get("audit.second"), "strong", "size-12");
        var head = new HBox(title, tag(card.state()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        getChildren().addAll(head, Buttons.lines(said(card), "size-12"));
        if (card.hasDifference()) {
            var go = Buttons.of(
                    "decisions-difference",
                    texts.get(card.isResolved() ? "audit.second.resolved" : "audit.second.go"),
                    Icon.QUALITY,
                    "D",
                    onDifference);
            go.setMaxWidth(Region.USE_PREF_SIZE);
            getChildren().add(go);
        }
    }

    private Tag tag(QualityState state) {
        var tag = new Tag(words.quality(state), tone(state));
        tag.setGraphic(Icons.small(LogCell.icon(state)));
        return tag;
    }

    private static Tone tone(QualityState state) {
        return switch (state) {
            case NOT_SAMPLED, WAITING -> Tone.NEUTRAL;
            case AGREED, KEPT -> Tone.SUCCESS;
            case DIFFERS -> Tone.ATTENTION;
            case OVERTURNED, CALIBRATION -> Tone.DONE;
        };
    }

    private String said(QualityCard card) {
        QualityCard.@Nullable Ruling ruling = card.ruling();
        String who = ruling == null ? "" : SafeLine.of(ruling.by());
        String when = ruling == null ? "" : words.moment(ruling.at());
        return texts.get("audit.second." + card.state(), fields(card.fields()), who, when);
    }

    private String fields(List<String> names) {
        return names.stream()
                .map(name -> texts.get("audit.second.field." + name))
                .collect(Collectors.joining(", "));
    }
}
