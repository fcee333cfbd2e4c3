package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.TimedText;
import org.moderationdesk.media.view.Player;

/** What stands beside the content: words spoken, shown and written with it, and what is known without looking. */
final class TextPanel {
    private static final String NONE = "";

    private final ItemModel model;
    private final ItemWords words;
    private final Texts texts;
    private final Background background;
    private final PanelFacts facts;
    private final Label title = new Label();
    private final ComboBox<String> language = new ComboBox<>();
    private final ListView<PanelLine> list = new ListView<>();
    private final VBox panel = new VBox();
    private final Player player;
    private final PanelReading reading = new PanelReading();
    private final TextField search = new TextField();
    private final ToggleButton masking;
    private final HBox foot;
    private List<PanelLine> all = List.of();
    private long asked;

    TextPanel(ItemModel model, ItemWords words, Background background, Player player) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.background = background;
        this.facts = new PanelFacts(words);
        this.player = player;
        title.getStyleClass().addAll("strong", "panel-name");
        title.setId("item-panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        language.setId("item-panel-language");
        language.getStyleClass().add("plain-combo");
        language.setAccessibleText(texts.get("items.panel.language"));
        language.setButtonCell(new LanguageCell());
        language.setCellFactory(_ -> new LanguageCell());
        language.valueProperty().subscribe(_ -> showLines());
        language.managedProperty().bind(language.visibleProperty());
        list.setId("item-panel-list");
        list.getStyleClass().add("panel-list");
        list.setCellFactory(shown -> new PanelCell(shown, reading));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                seekToChosen();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                seekToChosen();
            }
        });
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, language);
        head.getStyleClass().add("panel-head");
        masking = masking();
        foot = foot();
        panel.getChildren().addAll(head, list, foot);
        panel.getStyleClass().add("text-panel");
        panel.setId("item-panel");
        VBox.setVgrow(list, Priority.ALWAYS);
        model.shownProperty().subscribe(this::show);
        player.model().positionProperty().subscribe(at -> follow(at.longValue() / 1_000));
        model.mediaProperty()
                .subscribe(() -> follow(player.model().positionProperty().get() / 1_000));
    }

    private ToggleButton masking() {
        var made = new ToggleButton(null, Icons.small(Icon.COVERED));
        made.setId("item-panel-mask");
        made.getStyleClass().addAll("icon-only", "quiet");
        made.setAccessibleText(texts.get("items.panel.mask"));
        made.setTooltip(new Tooltip(texts.get("items.panel.mask.tip")));
        reading.maskingProperty().bind(made.selectedProperty());
        return made;
    }

    private HBox foot() {
        search.setId("item-panel-search");
        search.setPromptText(texts.get("items.panel.search"));
        search.setAccessibleText(texts.get("items.panel.search"));
        search.textProperty().subscribe(_ -> narrow());
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                list.getSelectionModel().selectFirst();
                list.requestFocus();
                seekToChosen();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        var field = new HBox(Icons.small(Icon.SEARCH), search, new KeyHint(texts.get("items.key.searchWords")));
        field.getStyleClass().add("field");
        HBox.setHgrow(field, Priority.ALWAYS);
        var made = new HBox(field, masking);
        made.getStyleClass().add("panel-foot");
        made.setAlignment(Pos.CENTER_LEFT);
        made.managedProperty().bind(made.visibleProperty());
        return made;
    }

    /** Puts the keyboard into the search of the words, where there are any. */
    void search() {
        if (foot.isVisible()) {
            search.requestFocus();
            search.selectAll();
        }
    }

    private void narrow() {
        String wanted = search.getText() == null ? "" : search.getText().strip().toLowerCase(texts.locale());
        if (wanted.isEmpty()) {
            list.getItems().setAll(all);
            return;
        }
        list.getItems()
                .setAll(all.stream()
                        .filter(line -> spoken(line).toLowerCase(texts.locale()).contains(wanted))
                        .toList());
    }

    private static String spoken(PanelLine line) {
        return switch (line) {
            case PanelLine.Words said ->
                said.piece().spoken() + " "
                        + (said.below() == null ? "" : said.below().spoken());
            case PanelLine.Translation(TextPiece piece) -> piece.spoken();
            case PanelLine.Heading _, PanelLine.Fact _ -> "";
        };
    }

    private List<TimedText> timed(EvidenceMark.Place place) {
        OpenItem open = model.shownProperty().get();
        if (open == null) {
            return List.of();
        }
        return switch (place) {
            case TRANSCRIPT -> open.file().item().transcript();
            case ON_SCREEN -> open.file().item().onScreenText();
            case TEXT, BIO, THREAD -> List.of();
        };
    }

    private void seekToChosen() {
        if (list.getSelectionModel().getSelectedItem() instanceof PanelLine.Words said) {
            List<TimedText> lines = timed(said.in());
            if (said.index() < lines.size()) {
                model.turnTo(spokenIn());
                player.seek(lines.get(said.index()).fromMs() * 1_000);
            }
        }
    }

    /** The file that the words are of. */
    private int spokenIn() {
        OpenItem open = model.shownProperty().get();
        return open == null ? 0 : FileShape.spoken(open.file().item());
    }

    /** Marks what is said and shown at this moment, and brings it into sight while the clip plays. */
    private void follow(long ms) {
        boolean heard = model.mediaProperty().get() == spokenIn();
        var now = new PanelReading.Now(
                heard ? at(timed(EvidenceMark.Place.TRANSCRIPT), ms) : -1,
                heard ? at(timed(EvidenceMark.Place.ON_SCREEN), ms) : -1);
        if (!now.equals(reading.nowProperty().get())) {
            reading.nowProperty().set(now);
            if (player.model().playingProperty().get()) {
                reveal(now);
            }
        }
    }

    private static int at(List<TimedText> lines, long ms) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).fromMs() <= ms && ms < lines.get(i).toMs()) {
                return i;
            }
        }
        return -1;
    }

    private void reveal(PanelReading.Now now) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (now.has(list.getItems().get(i))) {
                if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                        && (i <= flow.getFirstVisibleCell().getIndex()
                                || i >= flow.getLastVisibleCell().getIndex())) {
                    list.scrollTo(Math.max(0, i - 1));
                }
                return;
            }
        }
    }

    Node node() {
        return panel;
    }

    boolean hasFocus() {
        return list.isFocused();
    }

    /** Marks the chosen line of words, whole. */
    void mark() {
        if (list.getSelectionModel().getSelectedItem() instanceof PanelLine.Words said) {
            var span = new TextSpan(said.piece().from(), said.piece().to());
            if (!span.isEmpty()) {
                model.mark(ItemModel.Place.text(said.in(), said.index(), span));
            }
        }
    }

    private void show(@Nullable OpenItem open) {
        list.getItems().clear();
        all = List.of();
        search.clear();
        masking.setSelected(false);
        reading.maskedProperty().set(open == null ? null : MaskedWords.of(open.file()));
        boolean words = open != null
                && !open.row().sealed()
                && !(open.file().item().transcript().isEmpty()
                        && open.file().item().onScreenText().isEmpty());
        foot.setVisible(words);
        List<String> tags = open == null || open.row().sealed()
                ? List.of()
                : translations(open.file().item());
        language.setVisible(!tags.isEmpty());
        // Setting the value shows the lines; where it stays the same they are shown below.
        String own = texts.language().tag();
        String wanted = tags.contains(own) ? own : tags.stream().findFirst().orElse(NONE);
        boolean same = wanted.equals(language.getValue());
        language.getItems().setAll(Stream.concat(Stream.of(NONE), tags.stream()).toList());
        language.setValue(wanted);
        title.setText(open == null ? "" : texts.get(title(open)));
        list.setAccessibleText(title.getText());
        if (same) {
            showLines();
        }
    }

    private static List<String> translations(Item item) {
        var tags = new TreeSet<String>();
        item.transcript().forEach(line -> tags.addAll(line.translations().keySet()));
        item.onScreenText().forEach(line -> tags.addAll(line.translations().keySet()));
        return List.copyOf(tags);
    }

    private static String title(OpenItem open) {
        Item item = open.file().item();
        if (open.row().sealed()) {
            return "items.panel.known";
        }
        if (!item.transcript().isEmpty() || !item.onScreenText().isEmpty()) {
            return "items.panel.speech";
        }
        return caption(item).isEmpty() ? "items.panel.known" : "items.panel.caption";
    }

    /** What was written beside it; of a text or a comment that is what the stage shows. */
    private static String caption(Item item) {
        boolean textInStage = item.kind() == ItemKind.TEXT || item.kind() == ItemKind.COMMENT;
        return textInStage ? "" : Objects.requireNonNullElse(item.text(), "");
    }

    private void showLines() {
        OpenItem open = model.shownProperty().get();
        long question = ++asked;
        if (open == null) {
            return;
        }
        String into = language.getValue() == null ? NONE : language.getValue();
        background.run(
                () -> lines(open, into),
                lines -> {
                    if (question == asked) {
                        all = lines;
                        narrow();
                        follow(player.model().positionProperty().get() / 1_000);
                    }
                },
                failed -> {
                    throw new IllegalStateException("panel cannot be filled", failed);
                });
    }

    private List<PanelLine> lines(OpenItem open, String into) {
        Item item = open.file().item();
        if (open.row().sealed()) {
            return facts.known(open.file());
        }
        var lines = new ArrayList<PanelLine>(facts.suspicious(item));
        lines.addAll(PanelLine.timed(
                item, EvidenceMark.Place.TRANSCRIPT, line -> line.translations().get(into)));
        if (!item.onScreenText().isEmpty()) {
            lines.add(new PanelLine.Heading(Icon.TEXT, texts.get("items.panel.onScreen")));
            lines.addAll(PanelLine.timed(item, EvidenceMark.Place.ON_SCREEN, line -> line.translations()
                    .get(into)));
        }
        String caption = caption(item);
        if (!caption.isEmpty()) {
            if (!title(open).equals("items.panel.caption")) {
                lines.add(new PanelLine.Heading(Icon.COMMENT, texts.get("items.panel.caption")));
            }
            lines.addAll(PanelLine.caption(caption));
        }
        if (lines.stream().anyMatch(PanelLine.Words.class::isInstance)) {
            lines.add(new PanelLine.Heading(Icon.INFO, texts.get("items.panel.known")));
        }
        lines.addAll(facts.known(open.file()));
        return lines;
    }

    /** From which language into which. */
    private final class LanguageCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String tag, boolean empty) {
            super.updateItem(tag, empty);
            if (empty || tag == null) {
                setText(null);
            } else if (tag.equals(NONE)) {
                setText(texts.get("items.panel.noTranslation"));
            } else {
                OpenItem open = model.shownProperty().get();
                String from = open == null ? null : open.file().item().language();
                setText((from == null ? "" : SafeLine.of(from, 20) + " \u2192 ") + SafeLine.of(tag, 20));
                setAccessibleText(words.language(tag));
            }
        }
    }
}
