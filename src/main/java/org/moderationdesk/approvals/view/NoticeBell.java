package org.moderationdesk.approvals.view;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.SafeLine;

/** The bell in the top bar with the number of what has not been read, and the quiet list behind it. */
public final class NoticeBell {
    private static final double WIDTH = 560;
    /** Beside the edges of a line and the bar. */
    private static final double INSIDE = WIDTH - 40;

    private static final double BESIDE_ICON = 24;

    private final NoticesModel model;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Consumer<Notice> onOpen;
    private final Button bell = new Button(null, Icons.head(Icon.BELL));
    private final Tag count = Tag.count("");
    private final StackPane node = new StackPane(bell, count);

    /** @param onOpen goes to what a notice tells of */
    public NoticeBell(NoticesModel model, Kit kit, Dialogs dialogs, Consumer<Notice> onOpen) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.onOpen = onOpen;
        bell.setId("notices");
        bell.getStyleClass().addAll("quiet", "icon-only");
        bell.setTooltip(new Tooltip(texts.get("approvals.notices.hint")));
        bell.setOnAction(_ -> open());
        count.setId("notices-count");
        count.getStyleClass().add("badge");
        count.setMouseTransparent(true);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        node.getStyleClass().add("notice-bell");
        node.setMinWidth(Region.USE_PREF_SIZE);
        model.unreadProperty().subscribe(this::show);
    }

    public Node node() {
        return node;
    }

    private void show(Number unread) {
        count.setText(kit.numbers().whole(unread.longValue()));
        count.setVisible(unread.intValue() > 0);
        bell.setAccessibleText(texts.get("approvals.notices.spoken", unread.intValue()));
    }

    /** Lists what there is to tell; from then on it counts as read. */
    public void open() {
        model.refresh(() -> {
            dialogs.show(
                    texts.get("approvals.notices"), list(model.noticesProperty().get()));
            model.read();
        });
    }

    private Node list(List<Notice> notices) {
        var lines = new VBox();
        lines.setId("notices-list");
        lines.getStyleClass().add("gap-4");
        if (notices.isEmpty()) {
            var none = new Label(texts.get("approvals.notices.none"));
            none.setId("notices-none");
            none.getStyleClass().add("muted");
            lines.getChildren().add(none);
        }
        Instant now = kit.clock().instant();
        notices.forEach(notice -> lines.getChildren().add(line(notice, now)));
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        scroll.setPrefWidth(WIDTH);
        scroll.getStyleClass().add("edge-less");
        return scroll;
    }

    private Node line(Notice notice, Instant now) {
        String told = ApprovalWords.of(texts, notice);
        String when = kit.times().moment(notice.at(), now);
        var what = wrapped(told, INSIDE - BESIDE_ICON);
        what.getStyleClass().add(notice.read() ? "size-12" : "notice-new");
        var first = new HBox(Icons.small(icon(notice.kind())), what);
        first.getStyleClass().add("gap-8");
        first.setAlignment(Pos.TOP_LEFT);
        var both = new VBox(first);
        String words = SafeLine.of(notice.words());
        if (!words.isEmpty()) {
            both.getChildren().add(below(words));
        }
        both.getChildren().add(below(when));
        var button = new Button(null, both);
        button.getStyleClass().addAll("quiet", "notice");
        button.setMaxWidth(Double.MAX_VALUE);
        both.setPrefWidth(INSIDE);
        String news = notice.read() ? "" : texts.get("approvals.notices.new") + ". ";
        button.setAccessibleText(news + told + ". " + words + " " + when);
        button.setOnAction(_ -> {
            dialogs.close();
            onOpen.accept(notice);
        });
        return button;
    }

    private static Label below(String words) {
        Label said = wrapped(words, INSIDE);
        said.getStyleClass().addAll("muted", "size-12", "notice-words");
        return said;
    }

    /** Its height is asked for before the button has a width. */
    private static Label wrapped(String words, double width) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    private static Icon icon(Notice.Kind kind) {
        return switch (kind) {
            case APPROVED -> Icon.WELL;
            case REFUSED -> Icon.REMOVE;
            case SENT_BACK -> Icon.KEYS;
            case HANDED_OVER -> Icon.HAND_OVER;
            case WAITS -> Icon.WAITING;
            case EMERGENCY, TEST_EMERGENCY -> Icon.LATE;
            case CALIBRATE -> Icon.PEOPLE;
            case RULED, EDITION -> Icon.GUIDELINES;
            case QUALITY_RESOLVED -> Icon.CHECKLIST;
            case QUALITY_REPLIED, KEY_QUESTIONED -> Icon.KEYS;
            case PRACTISE, RESCORED, TRAINER_NOTE, KEY_RULED -> Icon.CHECKLIST;
            case ORDER_OPEN -> Icon.WAITING;
            case CERTIFICATE_ENDS, ORDER_LATE, EMERGENCY_CALLED -> Icon.LATE;
        };
    }
}
