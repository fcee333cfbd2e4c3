package org.moderationdesk.media.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.media.LookForm;

/** The one control that says in which form content is seen while its cover is lifted, and chooses another. */
public final class LookMenu {
    private static final List<LookForm> OFFERED = List.of(
            LookForm.OUTLINE, LookForm.SMALL_GREY, LookForm.LOUPE, LookForm.FRAMES, LookForm.GREY, LookForm.COLOUR);

    private final Cover cover;
    private final Texts texts;
    private final MenuButton button = new MenuButton();
    private final Map<LookForm, RadioMenuItem> items = new EnumMap<>(LookForm.class);
    private boolean film;

    public LookMenu(Cover cover, Texts texts) {
        this.cover = cover;
        this.texts = texts;
        button.setId("look-form");
        button.setGraphic(Icons.small(Icon.REVEALED));
        button.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (LookForm form : OFFERED) {
            var item = new RadioMenuItem(name(form), KeyHint.of(KeyCombination.valueOf(key(form))));
            item.setId("look-" + form);
            item.setToggleGroup(group);
            item.setOnAction(_ -> cover.choose(form));
            items.put(form, item);
            button.getItems().add(item);
        }
        film(false);
        cover.formProperty().subscribe(this::show);
    }

    public Node node() {
        return button;
    }

    /** Whether what is looked at moves: only then are single frames a form. */
    public void film(boolean moves) {
        film = moves;
        items.forEach((form, item) -> item.setVisible(form != LookForm.FRAMES || moves));
    }

    /** Adds the key of each form. */
    public void addKeys(Keys keys, BooleanSupplier works) {
        for (LookForm form : OFFERED) {
            keys.on(
                    key(form),
                    texts.get("look.keys", name(form)),
                    () -> cover.choose(form),
                    () -> works.getAsBoolean() && (form != LookForm.FRAMES || film));
        }
    }

    private void show(LookForm form) {
        items.forEach((each, item) -> item.setSelected(each == form));
        button.setText(name(form));
        button.setAccessibleText(texts.get("look.menu", name(form)));
    }

    private String name(LookForm form) {
        return texts.get("look.form." + form);
    }

    private static String key(LookForm form) {
        return switch (form) {
            case OUTLINE -> "Shift+O";
            case SMALL_GREY -> "Shift+Z";
            case LOUPE -> "Shift+L";
            case FRAMES -> "Shift+V";
            case GREY -> "Shift+G";
            case COLOUR, SOUND, METADATA -> "Shift+C";
        };
    }
}
