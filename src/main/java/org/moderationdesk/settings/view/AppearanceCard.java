package org.moderationdesk.settings.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.settings.Appearance;

/** Language, light or dark, and the size of everything; each takes effect at once. */
public final class AppearanceCard implements SettingsCard {
    private static final List<Integer> SIZES = List.of(90, 100, 110, 125, 150);

    private final Texts texts;
    private final Supplier<Appearance> now;
    private final Consumer<Appearance> change;

    /** @param change shows the new appearance and keeps it */
    public AppearanceCard(Texts texts, Supplier<Appearance> now, Consumer<Appearance> change) {
        this.texts = texts;
        this.now = now;
        this.change = change;
    }

    @Override
    public Node node() {
        return Rows.card(
                texts.get("settings.appearance"),
                Rows.row(texts.get("settings.language"), languages()),
                Rows.row(texts.get("settings.theme"), themes()),
                Rows.row(texts.get("settings.size"), sizes()));
    }

    private Node languages() {
        var buttons = new SegmentedButton();
        for (Language language : Language.values()) {
            Rows.segment(
                    buttons,
                    "settings-language-" + language.tag(),
                    texts.get("settings.language." + language.tag()),
                    now.get().language() == language,
                    () -> change.accept(
                            new Appearance(language, now.get().dark(), now.get().sizePercent())));
        }
        return buttons;
    }

    private Node themes() {
        var buttons = new SegmentedButton();
        for (boolean dark : new boolean[] {false, true}) {
            Rows.segment(
                    buttons,
                    dark ? "settings-dark" : "settings-light",
                    texts.get(dark ? "settings.dark" : "settings.light"),
                    now.get().dark() == dark,
                    () -> change.accept(
                            new Appearance(now.get().language(), dark, now.get().sizePercent())));
        }
        return buttons;
    }

    private Node sizes() {
        var box = new ComboBox<Integer>();
        box.setId("settings-size");
        box.setAccessibleText(texts.get("settings.size"));
        box.getItems().setAll(SIZES);
        box.setButtonCell(new Percent());
        box.setCellFactory(_ -> new Percent());
        box.setValue(now.get().sizePercent());
        box.setOnAction(_ ->
                change.accept(new Appearance(now.get().language(), now.get().dark(), box.getValue())));
        return box;
    }

    private static final class Percent extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer size, boolean empty) {
            super.updateItem(size, empty);
            setText(size == null || empty ? null : size + " %");
        }
    }
}
