package org.moderationdesk.editions.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.editions.Change;
import org.moderationdesk.editions.Part;
import org.moderationdesk.editions.WordPiece;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;

/** One difference: what it is of, and how each part of it read and reads; what changed is marked by more than colour. */
final class ChangeCard extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Change change;
    private final EditionWords words;
    private final @Nullable Book earlier;
    private final Book later;
    private final Language language;

    /** @param onGuidelines goes to the guidelines, at this clause */
    ChangeCard(
            Change change,
            EditionWords words,
            @Nullable Book earlier,
            Book later,
            Language language,
            Consumer<ClauseCode> onGuidelines) {
        this.change = change;
        this.words = words;
        this.earlier = earlier;
        this.later = later;
        this.language = language;
        getStyleClass().addAll("card", "edition-change");
        setId("change-" + change.place().replace('.', '-'));
        String about = words.about(change, earlier, later, language);
        getChildren().add(head(about, onGuidelines));
        change.parts().stream()
                .filter(part -> part.language() == null || part.language() == language)
                .forEach(part -> getChildren().add(part(part)));
        if (change.how() == Change.How.MOVED && change.parts().isEmpty()) {
            getChildren().add(label(words.texts().get("editions.only-moved"), "muted", "size-12"));
        }
        if (!change.touches().isEmpty()) {
            String codes = String.join(
                    ", ", change.touches().stream().map(ClauseCode::value).toList());
            getChildren().add(label(words.texts().get("editions.touches", codes), "muted", "size-12"));
        }
        setFocusTraversable(true);
        setAccessibleText(String.join(". ", words.how(change), words.code(change), about));
    }

    Change change() {
        return change;
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }

    private Node head(String about, Consumer<ClauseCode> onGuidelines) {
        var how = new Tag(words.how(change), tone());
        var row = new HBox(how);
        String code = words.code(change);
        if (!code.isEmpty()) {
            var place = label(code, "strong");
            place.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(place);
        }
        var title = label(about, "muted", "size-12");
        title.setMinWidth(0);
        title.setMinHeight(Region.USE_COMPUTED_SIZE);
        title.setWrapText(false);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        row.getChildren().add(title);
        Optional<ClauseCode> clause = EditionWords.clause(change, later);
        if (clause.isPresent()) {
            var open = new Hyperlink(words.texts().get("editions.open"));
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(_ -> onGuidelines.accept(clause.get()));
            open.setAccessibleText(words.texts().get("editions.open.spoken", change.place()));
            row.getChildren().add(open);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Tone tone() {
        return switch (change.how()) {
            case ADDED -> Tone.ACCENT;
            case REMOVED -> Tone.ATTENTION;
            case MOVED, CHANGED -> Tone.NEUTRAL;
        };
    }

    private Node part(Part part) {
        var box = new VBox();
        box.getStyleClass().add("gap-4");
        boolean alone = part.of() == Part.Of.TEXT;
        if (!alone) {
            box.getChildren().add(label(words.name(part), "muted", "size-12"));
        }
        if (part.language() == null) {
            Book then = earlier == null ? later : earlier;
            box.getChildren()
                    .add(flow(List.of(
                            new WordPiece(
                                    WordPiece.Kind.TAKEN_OUT, words.fact(part.of(), part.before(), then, language)),
                            new WordPiece(WordPiece.Kind.KEPT, "  \u2192  "),
                            new WordPiece(
                                    WordPiece.Kind.PUT_IN, words.fact(part.of(), part.after(), later, language)))));
        } else {
            box.getChildren().add(flow(WordPiece.between(part.before(), part.after())));
        }
        return box;
    }

    private TextFlow flow(List<WordPiece> pieces) {
        var flow = new TextFlow();
        flow.getStyleClass().add("edition-words");
        var spoken = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            WordPiece piece = pieces.get(i);
            boolean beforePutIn = i + 1 < pieces.size() && pieces.get(i + 1).kind() == WordPiece.Kind.PUT_IN;
            // A line beneath or through a word must not reach into the space after it.
            var text = new Text(piece.bare());
            text.getStyleClass().add("edition-" + piece.kind());
            flow.getChildren().add(text);
            String gap = piece.gap(beforePutIn);
            if (!gap.isEmpty()) {
                flow.getChildren().add(new Text(gap));
            }
            spoken.append(
                            piece.kind() == WordPiece.Kind.KEPT
                                    ? piece.bare()
                                    : words.texts().get("editions.spoken." + piece.kind(), piece.bare()))
                    .append(' ');
        }
        flow.setAccessibleText(spoken.toString().strip());
        return flow;
    }

    private static Label label(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
