package org.moderationdesk.audit.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.notices.Statement;
import org.moderationdesk.notices.StatementWords;
import org.moderationdesk.notices.Told;

/** What the person concerned is told of the decision beside the list, in either language, or why they are not. */
final class NoticeCard extends VBox {
    private final Texts texts;
    private final Consumer<String> say;
    private final StatementWords own;
    private final Map<Language, StatementWords> words = new EnumMap<>(Language.class);
    private final Label text = Buttons.lines("", "size-12");
    private @Nullable Statement shown;

    NoticeCard(Texts texts, Consumer<String> say) {
        this.texts = texts;
        this.say = say;
        this.own = new StatementWords(texts);
        for (Language language : Language.values()) {
            words.put(language, new StatementWords(new Texts(language)));
        }
        setId("decisions-notice");
        text.setId("decisions-notice-text");
        text.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("drawer-notice", "gap-8");
    }

    void show(Told told) {
        getChildren().clear();
        switch (told) {
            case Told.Of(Statement statement) -> show(statement);
            case Told.NotYet _, Told.Nothing _ -> {
                shown = null;
                text.setText(own.none(told));
                getChildren().add(text);
            }
        }
    }

    private void show(Statement statement) {
        shown = statement;
        var languages = new SegmentedButton();
        languages.setId("decisions-notice-languages");
        for (Language language : List.of(Language.NL, Language.EN)) {
            var button = new ToggleButton(texts.get("audit.notice.language." + language));
            button.setId("decisions-notice-" + language);
            button.setSelected(language == statement.usual());
            button.setOnAction(_ -> {
                button.setSelected(true);
                say(statement, language);
            });
            languages.getButtons().add(button);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(
                languages,
                gap,
                Buttons.of("decisions-notice-copy", texts.get("audit.notice.copy"), Icon.COPY, "N", this::copy));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        say(statement, statement.usual());
        getChildren().addAll(head, text);
        own.lacks(statement).forEach(lack -> getChildren().add(Buttons.lines(lack, "tone-attention", "size-12")));
        getChildren().add(Buttons.lines(texts.get("audit.notice.note"), "muted", "size-12"));
    }

    private void say(Statement statement, Language language) {
        StatementWords spoken = words.get(language);
        text.setText(spoken == null ? "" : spoken.of(statement));
    }

    /** Whether there is something to copy. */
    boolean hasWords() {
        return shown != null;
    }

    /** Puts it on the clipboard, in the language that is shown. */
    void copy() {
        if (shown == null) {
            return;
        }
        var content = new ClipboardContent();
        content.putString(text.getText());
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        say.accept(texts.get(copied ? "audit.notice.copied" : "audit.notice.not-copied"));
    }
}
