package org.moderationdesk.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** Goes anywhere by typing: items, accounts, clauses and actions. */
public final class Palette {
    private static final int MOST = 60;

    private final Background background;
    private final List<PaletteSource> sources;
    private final PopOver popOver = new PopOver();
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private int asked;

    /** @param sources in the order in which what they find is listed */
    public Palette(Texts texts, Background background, List<PaletteSource> sources) {
        this.background = background;
        this.sources = List.copyOf(sources);
        layOut(texts);
    }

    /** Opens it beneath the field in the top bar. */
    public void open(Node field) {
        query.clear();
        ask("");
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        popOver.show(field, at.getMinX(), at.getMaxY());
        query.requestFocus();
    }

    public boolean isOpen() {
        return popOver.isShowing();
    }

    private void layOut(Texts texts) {
        query.setId("palette-query");
        query.setPromptText(texts.get("shell.go-to"));
        query.setAccessibleText(texts.get("shell.go-to"));
        query.textProperty().subscribe((_, words) -> ask(words.strip()));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("palette-list");
        list.setAccessibleText(texts.get("shell.palette.found"));
        list.setCellFactory(_ -> new Cell());
        list.setFocusTraversable(false);
        list.setPlaceholder(placeholder(texts));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        HBox.setHgrow(query, Priority.ALWAYS);
        var field = new HBox(Icons.small(Icon.SEARCH), query);
        field.getStyleClass().add("field");
        var box = new VBox(field, list);
        box.getStyleClass().add("palette");
        popOver.setContentNode(box);
        popOver.setArrowSize(0);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setAutoFix(true);
    }

    private static Label placeholder(Texts texts) {
        var words = new Label(texts.get("shell.palette.nothing"));
        words.getStyleClass().addAll("muted", "size-12");
        return words;
    }

    /** The focus stays in the field; arrows move through the list. */
    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            case ENTER -> choose();
            case ESCAPE -> popOver.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 4));
    }

    private void choose() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popOver.hide();
            chosen.act().run();
        }
    }

    private void ask(String words) {
        int mine = ++asked;
        background.run(() -> find(words), found -> show(mine, found), failure -> show(mine, List.of()));
    }

    private List<PaletteEntry> find(String words) {
        return sources.stream()
                .flatMap(source -> source.find(words).stream())
                .limit(MOST)
                .toList();
    }

    /** An answer to words that are no longer in the field is dropped. */
    private void show(int mine, List<PaletteEntry> found) {
        if (mine == asked) {
            list.getItems().setAll(found);
            list.getSelectionModel().selectFirst();
        }
    }

    private static final class Cell extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(title, detail);

        Cell() {
            title.getStyleClass().addAll("medium", "size-12");
            title.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().addAll("muted", "size-12");
            row.getStyleClass().add("palette-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            title.setGraphic(Icons.small(entry.icon()));
            detail.setText(entry.detail());
            setGraphic(row);
        }
    }
}
