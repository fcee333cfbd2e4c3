package org.moderationdesk.audit.view;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.ChainLink;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.audit.Replay;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.quality.QualityState;

/** One decision beside the list: what was decided and seen, and the entries that tell of it with their hashes. */
final class Drawer extends VBox {
    private static final double NAMES = 128;
    private static final int HASH_ENDS = 4;
    private static final int TAG = 40;

    private final ReplayModel model;
    private final LogModel log;
    private final LogWords words;
    private final ReplayWords said;
    private final Texts texts;
    private final Acts acts;
    private final VBox head = new VBox();
    private final VBox body = new VBox();
    private final HBox foot = new HBox();
    private final SecondReviewCard second;
    private final NoticeCard notice;
    private boolean roomy;

    /** What can be done from here. */
    interface Acts {
        void close();

        /** Writes the proof that the entry is in the log. */
        void writeProof();

        boolean mayProve();

        /** Goes to where both answers stand side by side. */
        void goToDifference();

        void say(String sentence);
    }

    Drawer(ReplayModel model, LogModel log, LogWords words, Acts acts) {
        this.model = model;
        this.log = log;
        this.words = words;
        this.said = new ReplayWords(words);
        this.texts = words.texts();
        this.acts = acts;
        this.second = new SecondReviewCard(words, acts::goToDifference);
        this.notice = new NoticeCard(texts, acts::say);
        setId("decisions-drawer");
        setAccessibleText(texts.get("audit.drawer"));
        setFocusTraversable(true);
        getStyleClass().addAll("decisions-drawer", "edge-left");
        head.getStyleClass().addAll("drawer-head", "edge-bottom");
        body.getStyleClass().add("drawer-body");
        foot.getStyleClass().addAll("drawer-foot", "edge-top", "gap-8");
        foot.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setId("decisions-drawer-page");
        scroll.setAccessibleText(texts.get("audit.drawer"));
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, foot);
        model.openedProperty().subscribe(this::show);
        model.linkProperty().subscribe(this::showLink);
        model.cardProperty().subscribe(second::show);
        log.selectedProperty().subscribe(this::chosen);
    }

    private void chosen() {
        if (model.openedProperty().get() == null) {
            show(null);
        }
    }

    /** What the person concerned is told of the decision that is open. */
    NoticeCard notice() {
        return notice;
    }

    /** Whether there is room for it also while nothing is chosen. */
    void roomy(boolean is) {
        if (is != roomy) {
            roomy = is;
            show(model.openedProperty().get());
        }
    }

    private void show(@Nullable Replay replay) {
        setVisible(replay != null || roomy);
        setManaged(isVisible());
        head.getChildren().clear();
        body.getChildren().clear();
        head.setVisible(replay != null);
        head.setManaged(replay != null);
        foot.setVisible(replay != null);
        foot.setManaged(replay != null);
        if (replay == null) {
            LogRow row = log.selectedProperty().get();
            body.getChildren().setAll(row == null ? rest() : unopened(row));
            return;
        }
        List<ReplayWords.Field> seen = said.seen(replay);
        // What a second review made of it stands in a card of its own.
        if (log.showsQuality() && replay.row().quality() == QualityState.NOT_SAMPLED) {
            seen.add(new ReplayWords.Field(words.column(LogColumn.QUALITY), said.quality(replay)));
        }
        notice.show(replay.told());
        head.getChildren().setAll(titleLine(replay), aboutLine(replay), actions(replay));
        body.getChildren()
                .setAll(
                        second,
                        fields("decisions-decided", said.decided(replay)),
                        section("audit.seen"),
                        fields("decisions-seen", seen),
                        section("audit.notice"),
                        notice,
                        section("audit.entries"),
                        entries(replay));
    }

    private Node rest() {
        var rest = new EmptyState(
                Icon.CHECKLIST,
                texts.get("audit.drawer.rest"),
                texts.get("audit.drawer.rest.sentence"),
                new KeyHint("J"),
                new KeyHint("K"),
                new KeyHint("Enter"));
        rest.setId("decisions-rest");
        return rest;
    }

    /**
     * What the list knows of the row that is chosen. Opening is told in the log and keeps who does it from a blind second
     * review, so that it is never done unasked.
     */
    private Node unopened(LogRow row) {
        Label title = Buttons.label(
                words.cell(LogColumn.OUTCOME, row) + ", " + words.cell(LogColumn.ITEM, row), "strong", "size-14");
        title.setGraphic(Icons.head(words.items().icon(row.fact().kind())));
        var hint =
                new HBox(new KeyHint("Enter"), Buttons.lines(texts.get("audit.drawer.unopened"), "muted", "size-12"));
        hint.getStyleClass().add("gap-8");
        var top = new VBox(title, hint);
        top.getStyleClass().addAll("drawer-head", "edge-bottom");
        List<ReplayWords.Field> known = Arrays.stream(LogColumn.values())
                .filter(column -> column != LogColumn.QUALITY || log.showsQuality())
                .map(column -> new ReplayWords.Field(words.column(column), words.cell(column, row)))
                .filter(field -> !field.value().isEmpty())
                .toList();
        var all = new VBox(top, fields("decisions-chosen-fields", known));
        all.setId("decisions-chosen");
        return all;
    }

    private Node titleLine(Replay replay) {
        var title = new Label(
                said.title(replay),
                Icons.head(words.items().icon(replay.row().fact().kind())));
        title.setId("decisions-title");
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(null, Icons.small(Icon.REMOVE));
        close.setId("decisions-close");
        close.getStyleClass().addAll("icon-only", "quiet");
        close.setAccessibleText(texts.get("audit.drawer.close"));
        close.setOnAction(_ -> acts.close());
        var line = new HBox(title, new Tag(SafeLine.of(replay.row().fact().itemId(), TAG)), gap, close);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node aboutLine(Replay replay) {
        Label about = Buttons.lines(said.about(replay), "muted", "size-12");
        about.setId("decisions-about");
        return about;
    }

    private Node actions(Replay replay) {
        var row = new FlowPane();
        row.getStyleClass().add("gap-8");
        Button view = Buttons.of("decisions-view", texts.get("audit.view-item"), Icon.REVEALED, "V", model::switchView);
        view.setDisable(!model.canView());
        Button prove = Buttons.of("decisions-prove", texts.get("audit.prove"), Icon.CHAIN, "H", model::prove);
        row.getChildren().addAll(view, prove);
        if (acts.mayProve()) {
            row.getChildren()
                    .add(Buttons.of(
                            "decisions-proof", texts.get("audit.proof"), Icon.EXPORT, "Shift H", acts::writeProof));
        }
        var all = new VBox(row);
        all.getStyleClass().add("gap-4");
        String why = whyNoView(replay);
        if (!why.isEmpty()) {
            all.getChildren().add(Buttons.lines(why, "muted", "size-12"));
        }
        return all;
    }

    private String whyNoView(Replay replay) {
        if (replay.asItWas().isEmpty()) {
            return texts.get("audit.view-item.gone");
        }
        return model.mayLook() ? "" : texts.get("audit.view-item.right");
    }

    private Label section(String key) {
        Label label = Buttons.label(texts.get(key), "strong", "size-12", "drawer-section");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Node fields(String id, List<ReplayWords.Field> fields) {
        var grid = new GridPane();
        grid.setId(id);
        grid.getStyleClass().add("drawer-fields");
        var names = new ColumnConstraints(NAMES);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        for (int i = 0; i < fields.size(); i++) {
            Label name = Buttons.lines(fields.get(i).name(), "muted", "size-12", "drawer-name");
            Label value = Buttons.lines(fields.get(i).value(), "size-12", "drawer-value");
            for (Label cell : List.of(name, value)) {
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.setMaxHeight(Double.MAX_VALUE);
            }
            grid.addRow(i, name, value);
        }
        return grid;
    }

    private Node entries(Replay replay) {
        var lines = new VBox();
        lines.setId("decisions-entries");
        for (LoggedEvent entry : replay.entries()) {
            boolean own = ReplayWords.tellsOf(entry, replay);
            Label number = Buttons.label(words.kit().numbers().whole(entry.seq()), "muted", "size-12", "entry-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Label what = Buttons.label(said.entry(entry, replay), "size-12");
            what.setMinWidth(0);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            if (own) {
                what.getStyleClass().add("strong");
            }
            Label hash = Buttons.label(ends(entry.hash()), "mono", "size-11", "muted");
            hash.setMinWidth(Region.USE_PREF_SIZE);
            hash.setAccessibleText(texts.get("audit.hash", entry.hash()));
            var line = new HBox(number, what, hash);
            line.getStyleClass().addAll("gap-8", "entry-line");
            line.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(line);
        }
        return lines;
    }

    private static String ends(String hash) {
        return hash.length() <= 2 * HASH_ENDS
                ? hash
                : hash.substring(0, HASH_ENDS) + "…" + hash.substring(hash.length() - HASH_ENDS);
    }

    private void showLink(@Nullable ChainLink link) {
        foot.getChildren().clear();
        if (link == null) {
            return;
        }
        foot.getChildren().add(Icons.small(Icon.CHAIN));
        hash(link.before());
        foot.getChildren().add(Icons.small(Icon.GO_INTO));
        hash(link.own()).getStyleClass().add("strong");
        if (link.after() != null) {
            foot.getChildren().add(Icons.small(Icon.GO_INTO));
            hash(link.after());
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Tone tone =
                switch (link.state()) {
                    case HOLDS -> Tone.SUCCESS;
                    case BROKEN -> Tone.DANGER;
                    case UNKNOWN -> Tone.NEUTRAL;
                };
        Label state = Buttons.label(texts.get("audit.link.short." + link.state()), "size-12", tone.styleClass());
        state.setGraphic(Icons.small(link.state() == ChainLink.State.HOLDS ? Icon.WELL : Icon.INFO));
        state.setId("decisions-link");
        state.setMinWidth(Region.USE_PREF_SIZE);
        foot.getChildren().addAll(gap, state);
    }

    private Label hash(String hash) {
        Label label = Buttons.label(ends(hash), "mono", "size-11");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setAccessibleText(texts.get("audit.hash", hash));
        foot.getChildren().add(label);
        return label;
    }
}
