package org.moderationdesk.queue.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/** The chips above the list: what is asked for, each to be taken away, and what else can be asked for. */
final class FilterBar {
    private static final List<Integer> AGES = List.of(1, 4, 24, 72);

    private final QueueModel model;
    private final FilterWords words;
    private final Texts texts;
    private final Views views;
    private final FlowPane chips = new FlowPane();
    private final MenuButton kinds;
    private final MenuButton severities;
    private final MenuButton more;

    FilterBar(QueueModel model, FilterWords words, Texts texts, Views views) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.views = views;
        kinds = menu("queue-filter-kind", "queue.filter.kind");
        severities = menu("queue-filter-severity", "queue.filter.severity");
        more = menu("queue-filter-more", "queue.filter.more");
        more.setText("");
        more.setGraphic(Icons.small(Icon.ADD));
        more.getStyleClass().add("chip-plus");
        more.setOnShowing(_ -> fillMore());
        chips.getStyleClass().add("chips");
        chips.setId("queue-filters");
        model.filterProperty().subscribe(this::show);
    }

    /** Where kept views are chosen, kept and let go. */
    interface Views {
        List<SavedViews.SavedView> all();

        void choose(SavedViews.SavedView view);

        void forget(SavedViews.SavedView view);

        /** Asks for a name, below this node. */
        void keep(Node below);

        /** Asks for a chapter or section, below this node. */
        void askForSection(Node below);
    }

    Node node() {
        return chips;
    }

    private void show() {
        chips.getChildren().clear();
        FilterChoice.of(model.filterProperty().get())
                .forEach(choice -> chips.getChildren().add(removable(model, words, texts, choice)));
        fill(kinds.getItems(), List.of(ItemKind.values()), FilterChoice.OfKind::new);
        fill(severities.getItems(), List.of(Severity.values()).reversed(), FilterChoice.OfSeverity::new);
        chips.getChildren().addAll(kinds, severities, more);
    }

    static Button removable(QueueModel model, FilterWords words, Texts texts, FilterChoice choice) {
        return chip(words.of(choice), texts, () -> model.put(choice, false));
    }

    static Button chip(String name, Texts texts, Runnable onRemove) {
        var chip = new Button(name, Icons.small(Icon.REMOVE));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("chip", "filter-chip");
        chip.setAccessibleText(texts.get("queue.filter.remove", name));
        chip.setOnAction(_ -> onRemove.run());
        return chip;
    }

    private MenuButton menu(String id, String key) {
        var menu = new MenuButton(texts.get(key));
        menu.setId(id);
        menu.setAccessibleText(texts.get(key));
        menu.getStyleClass().addAll("chip", "chip-menu");
        return menu;
    }

    private void fillMore() {
        var items = more.getItems();
        items.clear();
        items.add(check(new FilterChoice.LateOnly()));
        items.add(item("queue-filter-section", "queue.filter.section", () -> views.askForSection(more)));
        items.add(choices("queue.filter.language", List.copyOf(model.languages()), FilterChoice.InLanguage::new));
        items.add(choices("queue.filter.region", List.copyOf(model.regions()), FilterChoice.InRegion::new));
        items.add(choices("queue.filter.age", AGES, FilterChoice.OpenFor::new));
        items.add(new SeparatorMenuItem());
        views.all().stream()
                .sorted(Comparator.comparing(SavedViews.SavedView::name))
                .forEach(view -> items.add(viewMenu(view)));
        items.add(item("queue-view-keep", "queue.view.keep", () -> views.keep(more)));
        items.add(item("queue-filter-clear", "queue.filter.clearAll", model::clearFilters));
    }

    private Menu viewMenu(SavedViews.SavedView view) {
        var menu = new Menu(view.name(), Icons.small(Icon.SAVED_VIEW));
        menu.setMnemonicParsing(false);
        var show = new MenuItem(texts.get("queue.view.show"));
        show.setOnAction(_ -> views.choose(view));
        var forget = new MenuItem(texts.get("queue.view.forget"));
        forget.setOnAction(_ -> views.forget(view));
        menu.getItems().addAll(show, forget);
        return menu;
    }

    private <T> Menu choices(String key, List<T> values, Function<T, FilterChoice> choice) {
        var menu = new Menu(texts.get(key));
        menu.setDisable(values.isEmpty());
        fill(menu.getItems(), values, choice);
        return menu;
    }

    private <T> void fill(List<MenuItem> items, List<T> values, Function<T, FilterChoice> choice) {
        var made = new ArrayList<MenuItem>();
        values.forEach(value -> made.add(check(choice.apply(value))));
        items.clear();
        items.addAll(made);
    }

    private CheckMenuItem check(FilterChoice choice) {
        var item = new CheckMenuItem(words.of(choice));
        item.setMnemonicParsing(false);
        item.setSelected(choice.isIn(model.filterProperty().get()));
        item.setOnAction(_ -> model.put(choice, item.isSelected()));
        return item;
    }

    private MenuItem item(String id, String key, Runnable act) {
        var item = new MenuItem(texts.get(key));
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
