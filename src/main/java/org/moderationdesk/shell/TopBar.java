package org.moderationdesk.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AppMark;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.fx.Tone;

/** The bar at the window's top: whose desk this is, where one is, where one can go, light or dark, and who one is. */
public final class TopBar {
    private final Texts texts;
    private final HBox node = new HBox();
    private final Button goTo;

    /** @param toggleDark switches between light and dark */
    public TopBar(Texts texts, Navigator navigator, Theme theme, Whose whose, Runnable toggleDark) {
        this.texts = texts;
        this.goTo = goToField();
        Node breadcrumb = new Breadcrumb(navigator).node();
        HBox.setHgrow(breadcrumb, Priority.ALWAYS);
        node.getStyleClass().addAll("top-bar", "edge-bottom");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(title(whose.sample()), breadcrumb, goTo);
        node.getChildren().addAll(light(theme, toggleDark), person(whose));
    }

    /**
     * Whose desk it is.
     *
     * @param roles in words
     * @param sample whether this is the sample desk, which a tag then says
     * @param acts what the person can do for themselves; a single one is done at once, several are a menu
     */
    public record Whose(String person, String roles, boolean sample, List<PaletteEntry> acts) {
        public Whose {
            acts = List.copyOf(acts);
        }
    }

    public Node node() {
        return node;
    }

    /** Puts something of another room beside the person. */
    public void beside(Node part) {
        node.getChildren().add(node.getChildren().size() - 1, part);
    }

    /** The field-like button that opens the palette. */
    public Button goTo() {
        return goTo;
    }

    private Node title(boolean sample) {
        var name = new Label(texts.get("shell.app"));
        name.getStyleClass().addAll("strong", "size-14");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var title = new HBox(new AppMark(20), name);
        if (sample) {
            var tag = new Tag(texts.get("shell.sample"), Tone.ATTENTION);
            tag.setId("sample-tag");
            title.getChildren().add(tag);
        }
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("top-title");
        return title;
    }

    private Button goToField() {
        var words = new Label(texts.get("shell.go-to"), Icons.small(Icon.SEARCH));
        words.getStyleClass().addAll("muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var inside = new HBox(words, space, new KeyHint("Ctrl K"));
        inside.setAlignment(Pos.CENTER_LEFT);
        inside.getStyleClass().add("go-to-inside");
        var button = new Button(null, inside);
        button.setId("go-to");
        button.setAccessibleText(texts.get("shell.go-to"));
        button.getStyleClass().add("go-to");
        inside.prefWidthProperty().bind(button.widthProperty().subtract(20));
        return button;
    }

    private Node light(Theme theme, Runnable toggleDark) {
        var button = new Button();
        button.setId("theme-toggle");
        button.getStyleClass().addAll("quiet", "icon-only");
        // The theme outlives each workplace.
        theme.look().when(button.sceneProperty().isNotNull()).subscribe((Look look) -> {
            button.setGraphic(Icons.head(look.dark() ? Icon.LIGHT : Icon.DARK));
            button.setAccessibleText(texts.get(look.dark() ? "shell.to-light" : "shell.to-dark"));
        });
        button.setOnAction(_ -> toggleDark.run());
        return button;
    }

    private Node person(Whose whose) {
        String person = whose.person();
        var initial =
                new Label(person.substring(0, person.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        initial.getStyleClass().addAll("strong", "avatar");
        var name = new Label(person);
        name.getStyleClass().addAll("medium", "size-12");
        var role = new Label(whose.roles());
        role.getStyleClass().addAll("muted", "size-11");
        var lines = new VBox(name, role);
        lines.setAlignment(Pos.CENTER_LEFT);
        var box = new HBox(new StackPane(initial), lines);
        box.getStyleClass().add("gap-8");
        box.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, box);
        button.getStyleClass().addAll("quiet", "person");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("person");
        String what = whose.acts().size() == 1 ? whose.acts().getFirst().title() : texts.get("shell.person-menu");
        button.setAccessibleText(person + ", " + what);
        button.setTooltip(new Tooltip(what));
        var menu = menu(whose.acts());
        button.setOnAction(_ -> {
            if (whose.acts().size() == 1) {
                whose.acts().getFirst().act().run();
            } else {
                menu.show(button, Side.BOTTOM, 0, 0);
            }
        });
        return button;
    }

    private static ContextMenu menu(List<PaletteEntry> acts) {
        var menu = new ContextMenu();
        for (PaletteEntry act : acts) {
            var item = new MenuItem(act.title(), Icons.small(act.icon()));
            item.setOnAction(_ -> act.act().run());
            menu.getItems().add(item);
        }
        return menu;
    }
}
