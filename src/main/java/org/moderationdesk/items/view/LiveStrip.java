package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.media.view.MediaTime;
import org.moderationdesk.media.view.Player;

/**
 * What sets a livestream apart: whether it runs and since when, who watches, and its segments, to go to and to mark
 * whole. What is still being written is read on from time to time. JavaFX thread only.
 */
final class LiveStrip {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final Duration GENTLE = Duration.ofSeconds(5);
    private static final int MOST_CELLS = 60;

    private final ItemModel model;
    private final Texts texts;
    private final Numbers numbers;
    private final Player player;
    private final HBox state = new HBox();
    private final Label clock = new Label();
    private final Label viewers = new Label(null, Icons.small(Icon.PEOPLE));
    private final HBox cells = new HBox();
    private final Label which = new Label();
    private final Button mark;
    private final Button readOn;
    private final HBox strip;
    private @Nullable Instant readAt;

    LiveStrip(ItemModel model, Texts texts, Player player) {
        this.model = model;
        this.texts = texts;
        this.numbers = new Numbers(texts);
        this.player = player;
        state.setAlignment(Pos.CENTER);
        clock.setId("live-clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        viewers.setMinWidth(0);
        which.setId("live-segment");
        which.setMinWidth(Region.USE_PREF_SIZE);
        cells.setId("live-cells");
        cells.getStyleClass().add("live-cells");
        HBox.setHgrow(cells, Priority.ALWAYS);
        mark = button("live-mark", Icon.MARK, "items.live.mark", "Shift S", this::markSegment);
        readOn = button("live-read-on", Icon.REFRESH, "items.live.readOn", "F5", player::refresh);
        strip = new HBox(state, clock, viewers, cells, which, mark, readOn);
        strip.setId("live-strip");
        strip.getStyleClass().add("live-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        model.shownProperty().subscribe(this::show);
        model.nowProperty().subscribe(this::tick);
        model.clauseProperty().subscribe(this::showSegment);
        player.model().positionProperty().subscribe(this::showSegment);
        player.model().durationProperty().subscribe(this::showSegments);
        player.model().factsProperty().subscribe(this::showSegments);
    }

    Node node() {
        return strip;
    }

    /** Adds its keys; they act while a livestream is shown. */
    void keysTo(Keys keys) {
        keys.on("Shift+Left", texts.get("items.keys.previousSegment"), () -> go(-1), this::hasSegments)
                .on("Shift+Right", texts.get("items.keys.nextSegment"), () -> go(1), this::hasSegments)
                .on("Shift+S", texts.get("items.keys.markSegment"), this::markSegment, this::hasSegments)
                .on("F5", texts.get("items.keys.readOn"), player::refresh, this::isLive);
    }

    private void show(@Nullable OpenItem open) {
        LiveStream live = live();
        boolean seen = live != null && open != null && !open.row().sealed();
        strip.setVisible(seen);
        strip.setManaged(seen);
        readAt = null;
        if (live == null) {
            return;
        }
        boolean runs = live.state() == LiveStream.State.RUNNING;
        state.getChildren()
                .setAll(
                        runs
                                ? new Tag(texts.get("items.live.running"), Tone.ATTENTION)
                                : new Tag(texts.get("items.live.ended")));
        Long watching = live.viewers();
        viewers.setText(watching == null ? "" : texts.get("items.fact.viewers", numbers.whole(watching)));
        viewers.setVisible(watching != null);
        viewers.setManaged(watching != null);
        tick();
        showSegments();
    }

    private @Nullable LiveStream live() {
        OpenItem open = model.shownProperty().get();
        return open == null || open.file().item().kind() != ItemKind.LIVESTREAM
                ? null
                : open.file().item().live();
    }

    private boolean isLive() {
        return live() != null && strip.isVisible();
    }

    private boolean runs() {
        LiveStream live = live();
        return live != null && live.state() == LiveStream.State.RUNNING;
    }

    /** The clock goes on by the second; a file that grows is read on by the segment. */
    private void tick() {
        LiveStream live = live();
        Instant now = model.nowProperty().get();
        if (live == null || now == null) {
            return;
        }
        Instant started = live.startedAt();
        boolean counts = runs() && started != null;
        clock.setVisible(counts);
        clock.setManaged(counts);
        if (counts) {
            clock.setText(texts.get(
                    "items.live.clock",
                    MediaTime.seconds(Duration.between(started, now).toMillis() * 1_000)));
        }
        Instant before = readAt;
        if (before == null) {
            readAt = now;
        } else if (isGrowing() && Duration.between(before, now).compareTo(pace(live)) >= 0) {
            readAt = now;
            player.refresh();
        }
    }

    private static Duration pace(LiveStream live) {
        Long each = live.segmentMs();
        Duration segment = each == null ? GENTLE : Duration.ofMillis(each);
        return segment.compareTo(GENTLE) < 0 ? GENTLE : segment;
    }

    private boolean isGrowing() {
        ClipFacts facts = player.model().factsProperty().get();
        return facts != null && facts.missing().contains(Missing.GROWING);
    }

    private Optional<Segments> segments() {
        LiveStream live = live();
        Long each = live == null ? null : live.segmentMs();
        long all = Math.max(player.model().durationProperty().get() / 1_000, said());
        return each == null || each <= 0 || all <= 0 ? Optional.empty() : Optional.of(new Segments(each, all));
    }

    /** How long the item says that its recording is; 0 where it does not say. */
    private long said() {
        OpenItem open = model.shownProperty().get();
        List<MediaFile> files = open == null ? List.of() : open.file().item().media();
        int media = model.mediaProperty().get();
        Long length = media < files.size() ? files.get(media).durationMs() : null;
        return length == null ? 0 : length;
    }

    private boolean hasSegments() {
        return isLive() && segments().isPresent() && player.model().isReady();
    }

    private void showSegments() {
        readOn.setDisable(!isGrowing());
        int count = segments().map(Segments::count).orElse(0);
        int shown = Math.min(count, MOST_CELLS);
        if (cells.getChildren().size() != shown) {
            cells.getChildren().clear();
            for (int i = 0; i < shown; i++) {
                cells.getChildren().add(cell(i));
            }
        }
        showSegment();
    }

    private Node cell(int place) {
        var cell = new Region();
        cell.getStyleClass().add("live-cell");
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setOnMouseClicked(_ -> segments().ifPresent(all -> goTo(all, place * all.count() / shownCells())));
        return cell;
    }

    private int shownCells() {
        return Math.max(1, cells.getChildren().size());
    }

    private void showSegment() {
        Segments all = segments().orElse(null);
        which.setVisible(all != null);
        which.setManaged(all != null);
        mark.setDisable(all == null || !model.mayMark());
        if (all == null) {
            return;
        }
        int at = at(all);
        which.setText(texts.get("items.live.segment", at + 1, all.count()));
        cells.setAccessibleText(which.getText());
        int current = at * shownCells() / all.count();
        for (int i = 0; i < cells.getChildren().size(); i++) {
            cells.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == current);
        }
    }

    private int at(Segments all) {
        return all.at(player.model().positionProperty().get() / 1_000);
    }

    private void go(int by) {
        segments().ifPresent(all -> goTo(all, Math.clamp((long) at(all) + by, 0, all.count() - 1)));
    }

    private void goTo(Segments all, int segment) {
        player.seek(all.from(segment) * 1_000);
    }

    /** The whole segment is evidence, for the clause that is chosen; never beyond what the item says it is long. */
    private void markSegment() {
        segments().ifPresent(all -> {
            int segment = at(all);
            long from = all.from(segment);
            long end = said() == 0 ? all.to(segment) : Math.min(all.to(segment), said());
            if (from < end) {
                int media = model.mediaProperty().get();
                model.mark(clause -> new EvidenceMark.InMedia(clause, media, from, end, null, null));
            }
        });
    }

    private Button button(String id, Icon icon, String key, String hint, Runnable act) {
        var graphic = new HBox(Icons.small(icon), new KeyHint(hint));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var button = new Button(null, graphic);
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
