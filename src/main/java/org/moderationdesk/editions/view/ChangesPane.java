package org.moderationdesk.editions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.editions.view.EditionsModel.Shown;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;

/** What is different in the edition that is looked at, clause by clause, in either language. */
final class ChangesPane extends VBox {
    private final EditionsModel model;
    private final EditionWords words;
    private final Consumer<ClauseCode> onGuidelines;
    private final Label title = new Label();
    private final Tag count = new Tag("");
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final SegmentedButton languages = new SegmentedButton();
    private Language spoken;
    private int current = -1;

    ChangesPane(EditionsModel model, EditionWords words, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.words = words;
        this.onGuidelines = onGuidelines;
        this.spoken = words.texts().language();
        cards.getStyleClass().add("edition-changes");
        scroll.setId("editions-changes");
        scroll.setAccessibleText(words.texts().get("editions.title"));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
        setMinWidth(0);
        model.shownProperty().subscribe(this::show);
    }

    private Node head() {
        title.setId("editions-head");
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(0);
        count.setId("editions-count");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        languages.setId("editions-language");
        for (Language language : Language.values()) {
            var button = new ToggleButton(words.texts().get("guidelines.language." + language.tag()));
            button.setId("editions-language-" + language.tag());
            button.setUserData(language);
            button.setSelected(language == spoken);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> speak(language));
            languages.getButtons().add(button);
        }
        languages.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(title, count, gap, new KeyHint("Alt L"), languages);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("screen-head", "edge-bottom");
        return row;
    }

    void otherLanguage() {
        speak(spoken == Language.NL ? Language.EN : Language.NL);
    }

    private void speak(Language language) {
        spoken = language;
        languages.getButtons().forEach(button -> button.setSelected(button.getUserData() == language));
        int was = current;
        show(model.shownProperty().get());
        current = -1;
        goTo(was);
    }

    private void show(@Nullable Shown shown) {
        current = -1;
        cards.getChildren().clear();
        if (shown == null) {
            title.setText("");
            count.setVisible(false);
            return;
        }
        title.setText(
                shown.before() == null
                        ? words.texts().get("editions.edition", shown.edition().name())
                        : words.texts()
                                .get(
                                        "editions.from-to",
                                        shown.before().name(),
                                        shown.edition().name()));
        count.setVisible(shown.before() != null);
        count.setText(words.count(shown.changes().size()));
        if (shown.before() == null) {
            var first = new EmptyState(
                    Icon.GUIDELINES,
                    words.texts().get("editions.first.title", shown.edition().name()),
                    words.texts().get("editions.first.sentence"));
            first.setId("editions-first");
            cards.getChildren().setAll(first);
            return;
        }
        Book earlier = shown.before().book();
        Book later = shown.edition().book();
        List<Node> made = new ArrayList<>();
        shown.changes()
                .forEach(change -> made.add(new ChangeCard(change, words, earlier, later, spoken, onGuidelines)));
        cards.getChildren().setAll(made);
        scroll.setVvalue(0);
    }

    /** Goes to the next difference (1) or the one before (-1). */
    void move(int by) {
        goTo(current + by);
    }

    private void goTo(int index) {
        List<ChangeCard> all = cards.getChildren().stream()
                .filter(ChangeCard.class::isInstance)
                .map(ChangeCard.class::cast)
                .toList();
        if (index < 0 || index >= all.size()) {
            return;
        }
        all.forEach(card -> card.setCurrent(false));
        current = index;
        ChangeCard card = all.get(index);
        card.setCurrent(true);
        card.requestFocus();
        scroll.applyCss();
        scroll.layout();
        double beyond = cards.getHeight() - scroll.getViewportBounds().getHeight();
        if (beyond > 0) {
            scroll.setVvalue(Math.clamp((card.getBoundsInParent().getMinY() - 16) / beyond, 0, 1));
        }
    }

    /** Opens the guidelines at the difference that one is at. */
    void openGuidelines() {
        Shown shown = model.shownProperty().get();
        if (shown != null && current >= 0 && cards.getChildren().get(current) instanceof ChangeCard card) {
            EditionWords.clause(card.change(), shown.edition().book()).ifPresent(onGuidelines);
        }
    }
}
