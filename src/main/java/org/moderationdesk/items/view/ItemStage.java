package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.view.Player;

/** Where the content itself stands: a covered picture, a text in full, an account, or what is known without looking. */
final class ItemStage {
    private static final double CARD_MARGIN = 16;

    private final ItemModel model;
    private final ItemWords words;
    private final Texts texts;
    private final Numbers numbers;
    private final StackPane stage = new StackPane();
    private final CoveredPicture picture;
    private final ClipDesk clip;
    private final HostileTextView text;
    private final SealedStage sealed;

    ItemStage(ItemModel model, ItemWords words, PictureSource pictures, Background background, Player player) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.numbers = new Numbers(texts);
        this.picture = new CoveredPicture(model, texts, pictures, background, player);
        this.clip = new ClipDesk(model, texts, pictures, player, picture);
        this.text = new HostileTextView(background, texts.get("items.text.name"));
        this.sealed = new SealedStage(model, words, background);
        model.alsoCover(sealed::cover);
        stage.setId("item-stage");
        stage.getStyleClass().add("item-stage");
        stage.setMinSize(0, 0);
        model.shownProperty().subscribe(this::show);
        model.mediaProperty().subscribe(this::turned);
        model.marks().addListener((InvalidationListener) _ -> showMarks());
    }

    Node node() {
        return stage;
    }

    boolean canReveal() {
        return isPicture() && picture.canReveal();
    }

    /** Controls that stand in the lower right corner of a picture. */
    void inCorner(Node control) {
        picture.corner().getChildren().add(control);
    }

    /** The player below the stage, with its keys. */
    ClipDesk clip() {
        return clip;
    }

    boolean isClip() {
        return clip.isShown();
    }

    /** Whether a picture, still or moving, is on the stage. */
    boolean isPicture() {
        return stage.getChildren().contains(picture.node());
    }

    boolean canMark() {
        return isPicture() ? picture.canReveal() : isText();
    }

    private boolean isText() {
        OpenItem open = model.shownProperty().get();
        return open != null && !open.row().sealed() && text.node().getScene() != null && !isPicture();
    }

    /** Whether a film is on the stage. */
    boolean moves() {
        OpenItem open = model.shownProperty().get();
        return open != null
                && FileShape.of(open.file().item(), model.mediaProperty().get()) == FileShape.FILM;
    }

    /** Whether a picture that stands still is on the stage. */
    boolean isStill() {
        return isPicture() && !isClip();
    }

    private boolean isSealed() {
        return stage.getChildren().contains(sealed.node());
    }

    void focus() {
        Node content = isPicture() ? picture.focus() : isText() ? text.node() : isSealed() ? sealed.focus() : stage;
        content.requestFocus();
    }

    /** Marks what is chosen in the content for the clause that is chosen. */
    void mark() {
        if (isClip()) {
            clip.markHere();
        } else if (isPicture()) {
            picture.mark();
        } else if (isText()) {
            TextSpan span = text.toMark();
            if (!span.isEmpty()) {
                model.mark(ItemModel.Place.text(textPlace(), 0, span));
            }
        }
    }

    private void turned() {
        OpenItem open = model.shownProperty().get();
        if (open != null && isPicture()) {
            showFile(open);
        }
    }

    /** Puts the file that is chosen on the stage, covered anew. */
    private void showFile(OpenItem open) {
        int which = model.mediaProperty().get();
        stage.getChildren().setAll(picture.node());
        if (FileShape.of(open.file().item(), which).isClip()) {
            clip.show(open, which);
        } else {
            clip.leave();
            picture.show(open.file(), which);
        }
    }

    HostileTextView text() {
        return text;
    }

    private EvidenceMark.Place textPlace() {
        OpenItem open = model.shownProperty().get();
        return open != null && open.file().item().kind() == ItemKind.ACCOUNT
                ? EvidenceMark.Place.BIO
                : EvidenceMark.Place.TEXT;
    }

    private void show(@Nullable OpenItem open) {
        clip.leave();
        picture.leave();
        sealed.leave();
        stage.getChildren().clear();
        if (open == null) {
            text.show("");
            return;
        }
        Item item = open.file().item();
        if (open.row().sealed()) {
            text.show("");
            sealed.show(open);
            stage.getChildren().setAll(sealed.node());
            return;
        }
        switch (item.kind()) {
            case IMAGE -> showFile(open);
            case TEXT, COMMENT -> showText(item.text(), text.node());
            case ACCOUNT -> showText(item.author() == null ? "" : item.author().bio(), account(item));
            case VIDEO, AUDIO, LIVESTREAM -> showClip(open);
        }
        showMarks();
    }

    private void showClip(OpenItem open) {
        if (open.file().mediaStates().contains(MediaFile.State.STORED)) {
            showFile(open);
        } else {
            showCard(withoutFile(open));
        }
    }

    /** In a low window it is scrolled: what a file lacks must never be cut off. */
    private void showCard(Region card) {
        card.setMinHeight(Region.USE_PREF_SIZE);
        StackPane.setMargin(card, new Insets(CARD_MARGIN));
        var scroll = new ScrollPane(new StackPane(card));
        scroll.setId("item-card-scroll");
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        stage.getChildren().setAll(scroll);
    }

    private void showText(@Nullable String shown, Node node) {
        stage.getChildren().setAll(node);
        text.show(shown == null ? "" : shown);
    }

    private void showMarks() {
        EvidenceMark.Place place = textPlace();
        var spans = new ArrayList<TextSpan>();
        for (EvidenceMark mark : model.marks()) {
            if (mark instanceof EvidenceMark.InText in && in.in() == place && in.index() == 0) {
                spans.add(new TextSpan(in.from(), in.to()));
            }
        }
        text.markedProperty().set(List.copyOf(spans));
    }

    private Node account(Item item) {
        Author author = item.author();
        var name = new Label(author == null || author.displayName() == null ? "" : SafeLine.of(author.displayName()));
        name.getStyleClass().addAll("strong", "size-16");
        var handle = new Label(author == null || author.handle() == null ? "" : SafeLine.of(author.handle()));
        handle.getStyleClass().add("muted");
        var heading = new Label(texts.get("items.account.bio"));
        heading.getStyleClass().add("muted");
        var box = new VBox(new HBox(Icons.large(Icon.ACCOUNT), new VBox(name, handle)), heading, text.node());
        box.getStyleClass().add("account-stage");
        VBox.setVgrow(text.node(), Priority.ALWAYS);
        return box;
    }

    private Region withoutFile(OpenItem open) {
        Item item = open.file().item();
        var card = card(
                "item-no-file",
                Icon.COVERED,
                texts.get("items.noFile.title"),
                texts.get("items.noFile.sentence", words.kind(item.kind())),
                texts.get("items.noFile.decide"));
        for (int i = 0; i < item.media().size(); i++) {
            card.getChildren().add(mediaLine(item.media().get(i), open.file().mediaStates(), i));
        }
        if (item.live() != null && item.live().viewers() != null) {
            var viewers = new Label(
                    texts.get("items.fact.viewers", numbers.whole(item.live().viewers())));
            viewers.setGraphic(Icons.small(Icon.PEOPLE));
            card.getChildren().add(viewers);
        }
        return card;
    }

    private Node mediaLine(MediaFile file, List<MediaFile.State> states, int index) {
        var facts = new Label(String.join(" · ", MediaFacts.of(file, texts)), Icons.small(Icon.FILE));
        facts.setWrapText(true);
        var line = new HBox(facts);
        if (index < states.size() && states.get(index) != MediaFile.State.STORED) {
            line.getChildren().add(new Tag(texts.get("items.media." + states.get(index))));
        }
        line.getStyleClass().add("item-facts");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static VBox card(String id, Icon icon, String title, String sentence, String more) {
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "size-14");
        heading.setWrapText(true);
        var words = new Label(sentence);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var top = new HBox(Icons.large(icon), new VBox(heading, words));
        top.getStyleClass().add("stage-card-head");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(top.getChildren().get(1), Priority.ALWAYS);
        var info = new Label(more, Icons.small(Icon.INFO));
        info.getStyleClass().add("stage-info");
        info.setWrapText(true);
        info.setMaxWidth(Double.MAX_VALUE);
        info.setMinHeight(Region.USE_PREF_SIZE);
        var card = new VBox(top, info);
        card.setId(id);
        card.getStyleClass().addAll("card", "stage-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setFocusTraversable(true);
        card.setAccessibleText(title + ". " + sentence + " " + more);
        return card;
    }
}
