package org.moderationdesk.audit.view;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.audit.LogView;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;

/** Kept views: chosen, kept, renamed, shared and let go. */
final class ViewsMenu {
    private final ViewsModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final MenuButton button;

    ViewsMenu(ViewsModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        button = new MenuButton(texts.get("audit.views"), Icons.small(Icon.SAVED_VIEW));
        button.setId("decisions-views");
        button.setAccessibleText(texts.get("audit.views"));
        button.setOnShowing(_ -> fill());
        fill();
    }

    MenuButton node() {
        return button;
    }

    void keysTo(Keys keys) {
        keys.on("W", texts.get("audit.views"), button::show)
                .on("Shortcut+S", texts.get("audit.view.keep"), this::keep)
                .on("Shortcut+Z", texts.get("audit.view.undo.key"), model::undo, model::canUndo);
    }

    private void fill() {
        var items = button.getItems();
        items.clear();
        model.views().forEach(view -> items.add(of(view)));
        if (!model.views().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("decisions-view-keep", texts.get("audit.view.keep"), this::keep));
        if (model.canUndo()) {
            items.add(item("decisions-view-undo", texts.get("audit.view.undo.key"), model::undo));
        }
    }

    private MenuItem of(LogView view) {
        String name = SafeLine.of(view.name());
        if (!model.isOwn(view)) {
            String shown = texts.get("audit.view.of", name, SafeLine.of(view.owner()));
            return item("decisions-view-" + view.id(), shown, () -> model.show(view));
        }
        var menu = new Menu(view.shared() ? texts.get("audit.view.with-all", name) : name);
        menu.setMnemonicParsing(false);
        menu.setId("decisions-view-" + view.id());
        menu.getItems().add(item("view-show-" + view.id(), texts.get("audit.view.show"), () -> model.show(view)));
        menu.getItems().add(item("view-rename-" + view.id(), texts.get("audit.view.rename"), () -> rename(view)));
        if (model.mayShare()) {
            String share = view.shared() ? texts.get("audit.view.unshare") : texts.get("audit.view.share");
            menu.getItems().add(item("view-share-" + view.id(), share, () -> model.share(view, !view.shared())));
        }
        menu.getItems().add(item("view-forget-" + view.id(), texts.get("audit.view.forget"), () -> model.forget(view)));
        return menu;
    }

    private void keep() {
        name(texts.get("audit.view.keep"), "", texts.get("audit.view.keep.act"), model::keep);
    }

    private void rename(LogView view) {
        name(
                texts.get("audit.view.rename"),
                view.name(),
                texts.get("audit.view.rename"),
                other -> model.rename(view, other));
    }

    private void name(String title, String before, String act, Consumer<String> onName) {
        var name = new TextField(before);
        name.setId("decisions-view-name");
        name.setPromptText(texts.get("audit.view.name"));
        name.setAccessibleText(texts.get("audit.view.name"));
        // Enter in the field is as good as the button.
        name.setOnAction(_ -> {
            if (name.getScene().lookup("#dialog-act") instanceof Button keep) {
                keep.fire();
            }
        });
        dialogs.form(title, new VBox(name), act, () -> {
            String given = name.getText().strip();
            if (given.isEmpty() || given.length() > LogView.LONGEST_NAME) {
                return Optional.of(texts.get("audit.view.name.wrong", LogView.LONGEST_NAME));
            }
            onName.accept(given);
            return Optional.empty();
        });
    }

    private static MenuItem item(String id, String words, Runnable act) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
