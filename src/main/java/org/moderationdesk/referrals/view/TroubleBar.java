package org.moderationdesk.referrals.view;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.AnswerWords;
import org.moderationdesk.referrals.Trouble;

/**
 * Says, over every screen, that a report does not reach NCMEC. It goes when nothing keeps reports from arriving any more,
 * and by nothing else: nobody can close it. JavaFX thread only.
 */
public final class TroubleBar {
    /** Goes to the first report that does not arrive. */
    public static final String KEY = "Shortcut+Shift+A";

    private final Kit kit;
    private final Texts texts;
    private final Consumer<String> onOpen;
    private final HBox node = new HBox();
    private final Label words = new Label();
    private List<Trouble> troubles = List.of();

    /** @param onOpen goes to a referral, by its id */
    public TroubleBar(Kit kit, Consumer<String> onOpen) {
        this.kit = kit;
        this.texts = kit.texts();
        this.onOpen = onOpen;
        node.setId("trouble-bar");
        node.getStyleClass().addAll("trouble-bar", "gap-8");
        node.setAlignment(Pos.CENTER_LEFT);
        words.setId("trouble-words");
        words.getStyleClass().add("strong");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = KeyButton.of("trouble-open", texts.get("referrals.trouble.open"), KEY, this::open);
        node.getChildren().addAll(Icons.head(Icon.TROUBLE), words, open);
        show(List.of());
    }

    public Node node() {
        return node;
    }

    public boolean isShowing() {
        return !troubles.isEmpty();
    }

    /** @param all the worst first */
    public void show(List<Trouble> all) {
        troubles = List.copyOf(all);
        node.setVisible(isShowing());
        node.setManaged(isShowing());
        if (isShowing()) {
            String first = sentence(troubles.getFirst());
            words.setText(
                    troubles.size() == 1 ? first : texts.get("referrals.trouble.more", first, troubles.size() - 1));
        }
    }

    public void open() {
        if (isShowing()) {
            onOpen.accept(troubles.getFirst().referralId());
        }
    }

    private String sentence(Trouble trouble) {
        String item = SafeLine.of(trouble.itemId());
        String key = "referrals.trouble." + trouble.kind();
        if (trouble.kind() == Trouble.Kind.STOPPED && trouble.because() != null) {
            return texts.get(key, item, AnswerWords.of(texts, trouble.because(), trouble.code()));
        }
        if (trouble.kind() == Trouble.Kind.LAPSES && trouble.at() != null) {
            Duration left = Duration.between(kit.clock().instant(), trouble.at());
            return left.isPositive()
                    ? texts.get(key, item, kit.times().span(left), kit.times().clock(trouble.at()))
                    : texts.get("referrals.trouble.LAPSED", item);
        }
        return texts.get(key, item, "");
    }
}
