package org.moderationdesk.practice.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.moderationdesk.fx.Tag;

/** Tabs above a list, each with how much it holds. */
final class TabRow<T extends Enum<T>> extends HBox {
    private final String name;
    private final PracticeWords words;
    private final Map<T, ToggleButton> tabs;

    /**
     * @param id before each tab's own
     * @param name of the texts of the tabs, before each tab's own
     */
    TabRow(Class<T> tabs, String id, String name, PracticeWords words, Consumer<T> onGo) {
        this.name = name;
        this.words = words;
        this.tabs = new EnumMap<>(tabs);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("gap-8", "practice-tabs", "edge-bottom");
        for (T tab : tabs.getEnumConstants()) {
            var button = new ToggleButton(words.get(name + tab));
            button.setId(id + tab);
            button.getStyleClass().addAll("quiet", "practice-tab");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> onGo.accept(tab));
            button.setContentDisplay(ContentDisplay.RIGHT);
            this.tabs.put(tab, button);
            getChildren().add(button);
        }
    }

    void select(T shown) {
        tabs.forEach((tab, button) -> button.setSelected(tab == shown));
    }

    void count(T tab, long number) {
        ToggleButton button = Objects.requireNonNull(tabs.get(tab), "laid out before");
        button.setGraphic(Tag.count(words.kit().numbers().whole(number)));
        button.setAccessibleText(words.get("practice.tab.spoken", words.get(name + tab), number));
    }
}
