package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

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
    private long asked;

    TextPanel(ItemModel model, ItemWords words, Background background) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.background = background;
        this.facts = new PanelFacts(words);
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
        list.setCellFactory(PanelCell::new);
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, language);
        head.getStyleClass().add("panel-head");
        panel.getChildren().addAll(head, list);
        panel.getStyleClass().add("text-panel");
        panel.setId("item-panel");
        VBox.setVgrow(list, Priority.ALWAYS);
        model.shownProperty().subscribe(this::show);
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
        return item.transcript().isEmpty() && item.onScreenText().isEmpty()
                ? "items.panel.known"
                : "items.panel.speech";
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
                        list.getItems().setAll(lines);
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
        boolean textInStage = item.kind() == ItemKind.TEXT || item.kind() == ItemKind.COMMENT;
        if (!textInStage && item.text() != null && !item.text().isEmpty()) {
            lines.add(new PanelLine.Heading(Icon.COMMENT, texts.get("items.panel.caption")));
            lines.addAll(PanelLine.caption(item.text()));
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
