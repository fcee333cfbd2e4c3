package org.moderationdesk.audit.view;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;

/** Which columns are shown, and by which one the list is ordered. */
final class ColumnsMenu {
    private final LogModel model;
    private final LogWords words;
    private final Texts texts;
    private final MenuButton button;

    ColumnsMenu(LogModel model, LogWords words) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        button = new MenuButton(texts.get("audit.columns"), Icons.small(Icon.TABLE));
        button.setId("decisions-columns");
        button.setAccessibleText(texts.get("audit.columns"));
        button.setOnShowing(_ -> fill());
        fill();
    }

    MenuButton node() {
        return button;
    }

    void keysTo(Keys keys) {
        keys.on("M", texts.get("audit.columns"), button::show).on("S", texts.get("audit.order.turn"), this::turn);
    }

    /** The other way around. */
    private void turn() {
        LogOrder now = model.lookProperty().get().order();
        model.orderBy(new LogOrder(now.column(), !now.ascending()));
    }

    private void fill() {
        var items = button.getItems();
        items.clear();
        LogLook look = model.lookProperty().get();
        var order = new Menu(texts.get("audit.order"));
        order.setMnemonicParsing(false);
        var group = new ToggleGroup();
        for (LogColumn column : LogColumn.values()) {
            if (column == LogColumn.QUALITY && !model.showsQuality()) {
                continue;
            }
            var shown = new CheckMenuItem(words.column(column));
            shown.setId("decisions-show-" + column);
            shown.setMnemonicParsing(false);
            shown.setSelected(look.columns().contains(column));
            shown.setOnAction(_ -> model.column(column, shown.isSelected()));
            items.add(shown);
            var by = new RadioMenuItem(words.column(column));
            by.setMnemonicParsing(false);
            by.setToggleGroup(group);
            by.setSelected(look.order().column() == column);
            by.setOnAction(_ -> model.orderBy(new LogOrder(column, column != LogColumn.ENTRY)));
            order.getItems().add(by);
        }
        items.add(new SeparatorMenuItem());
        items.add(order);
    }
}
