package org.moderationdesk.items.view;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.media.view.Player;
import org.moderationdesk.media.view.PlayerState;

/** Says on the stage what became of a clip: why it is not shown, that its worker was lost, and what of it is missing. */
final class ClipState {
    private static final Duration BEFORE_SAYING_SO = Duration.millis(300);

    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");

    private final Texts texts;
    private final Label sentence;
    private final Button again;
    private final VBox middle;
    private final VBox missing = new VBox();
    private final PauseTransition opening = new PauseTransition(BEFORE_SAYING_SO);

    /** @param sentence where it is said; pictures use it as well */
    ClipState(Player player, Texts texts, Label sentence) {
        this.texts = texts;
        this.sentence = sentence;
        again = new Button(texts.get("items.clip.openAgain"), new KeyHint(texts.get("media.key.play")));
        again.setContentDisplay(ContentDisplay.RIGHT);
        again.setId("item-open-again");
        again.setOnAction(_ -> player.openAgain());
        middle = new VBox(sentence, again);
        middle.getStyleClass().add("clip-state");
        middle.setAlignment(Pos.CENTER);
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        middle.setPickOnBounds(false);
        missing.getStyleClass().add("clip-missing");
        missing.setId("item-clip-missing");
        missing.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        missing.setMouseTransparent(true);
        opening.setOnFinished(_ -> {
            if (player.model().stateProperty().get() instanceof PlayerState.Opening) {
                say(texts.get("items.clip.opening"));
            }
        });
        sentence.textProperty().subscribe(said -> middle.pseudoClassStateChanged(SAID, !said.isEmpty()));
        player.model().stateProperty().subscribe(this::show);
        player.model().factsProperty().subscribe(this::showMissing);
    }

    Node node() {
        return middle;
    }

    Node missing() {
        return missing;
    }

    private void say(String words) {
        sentence.setText(words);
    }

    private void show(PlayerState state) {
        opening.stop();
        visible(again, state instanceof PlayerState.Lost);
        switch (state) {
            case PlayerState.Nothing() -> say("");
            case PlayerState.Opening() -> opening.playFromStart();
            case PlayerState.Ready() -> say("");
            case PlayerState.Lost() -> say(texts.get("items.clip.WORKER_LOST"));
            case PlayerState.Refused(MediaRefused why) ->
                say(texts.get(
                        "items.clip." + why.reason(), Integer.toString(why.width()), Integer.toString(why.height())));
        }
    }

    private void showMissing(ClipFacts facts) {
        List<Missing> lacks = facts == null ? List.of() : facts.missing();
        missing.getChildren()
                .setAll(lacks.stream()
                        .map(what -> {
                            var badge = new Label(texts.get("items.clip.missing." + what), Icons.small(Icon.INFO));
                            badge.getStyleClass().add("stage-badge");
                            return badge;
                        })
                        .toList());
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
