package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.referrals.ncmec.Particle;
import org.moderationdesk.referrals.ncmec.Particle.Standing;
import org.moderationdesk.referrals.ncmec.Shape;

/**
 * Lays out what the outline says of a type: its fields, and a card for everything in it that is made of fields itself, with
 * a menu of what can be added. Built anew whenever something is added or taken away.
 */
final class FormCards {
    static final String ADD_KEY = "Alt+A";
    static final String REMOVE_KEY = "Alt+X";

    /** Their fields stand among those around them. */
    private static final Set<String> INLINE =
            Set.of("person", "phoneNumber", "platform", "servedLegalProcessInternational");

    private static final List<String> FIRST = List.of("screenName", "espIdentifier", "espService");
    private static final Set<String> MOMENTS = Set.of("pastTime", "dateTime");
    private static final Set<String> OPTIONAL = Set.of("report/lawEnforcement/agencyName");
    private static final String ADDS = "report-adds";
    private static final String REMOVES = "report-removes";

    private final ReportForm form;
    private final FormParts parts;
    private final FormValues values;
    private final FaultWords names;
    private final Texts texts;
    private final Consumer<String> goTo;

    /** What may be added in one place. */
    private record Offer(String path, Particle particle) {}

    /** @param goTo puts the focus into a place of the form, once it is there */
    FormCards(ReportForm form, FormParts parts, FaultWords names, Texts texts, Consumer<String> goTo) {
        this.form = form;
        this.parts = parts;
        this.values = new FormValues(form.outline(), texts);
        this.names = names;
        this.texts = texts;
        this.goTo = goTo;
    }

    /** The fields of one place, the cards in it, and what can be added to it. */
    Node fields(String path, String type) {
        var grid = new FormGrid();
        List<Node> cards = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        collect(path, type, true, grid, cards, offers);
        var box = new VBox(grid.laid());
        box.getStyleClass().add("gap-8");
        box.getChildren().addAll(cards);
        if (!offers.isEmpty()) {
            MenuButton menu = menu("report-more-" + FormParts.id(path), texts.get("referrals.form.add"), ADD_KEY);
            offers.forEach(offer -> menu.getItems().add(item(offer)));
            box.getChildren().add(menu);
            box.getProperties().put(ADDS, menu);
        }
        return box;
    }

    /** One of several, or what may be there, with its name and a way to take it away. */
    VBox card(String path, String name, Node content) {
        var heading = new Label(name);
        heading.getStyleClass().addAll("strong", "size-12");
        Button remove = KeyButton.of(
                "report-remove-" + FormParts.id(path).replaceFirst("^report-", ""),
                texts.get("referrals.form.remove"),
                REMOVE_KEY,
                () -> remove(path, name));
        remove.setAccessibleText(texts.get("referrals.form.remove.one", name));
        remove.setDisable(!form.isEditable());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(heading, gap, remove);
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(head, content);
        if (!parts.knows(path)) {
            card.getChildren().add(1, parts.place(path, remove));
        }
        card.setId("report-card-" + FormParts.id(path));
        card.getStyleClass().addAll("card", "report-card", "gap-8");
        card.getProperties().put(REMOVES, remove);
        return card;
    }

    /** A menu that shows its key. */
    MenuButton menu(String id, String words, String key) {
        var menu = new MenuButton(words);
        menu.setGraphic(KeyHint.of(Keys.keys(key)));
        menu.setContentDisplay(ContentDisplay.RIGHT);
        menu.setId(id);
        menu.setAccessibleText(words);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setDisable(!form.isEditable());
        return menu;
    }

    /** Shows what can be added where the focus is. */
    static void addAt(@Nullable Node focus) {
        if (around(focus, ADDS) instanceof MenuButton menu && !menu.isDisabled()) {
            menu.requestFocus();
            menu.show();
        }
    }

    /** Takes the card away that the focus is in. */
    static void removeAt(@Nullable Node focus) {
        if (around(focus, REMOVES) instanceof Button remove) {
            remove.fire();
        }
    }

    static boolean isInCard(@Nullable Node focus) {
        return around(focus, REMOVES) != null;
    }

    static boolean hasOffer(@Nullable Node focus) {
        return around(focus, ADDS) != null;
    }

    private static @Nullable Object around(@Nullable Node focus, String what) {
        for (Node node = focus; node != null; node = node.getParent()) {
            Object found = node.hasProperties() ? node.getProperties().get(what) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** @param apart whether it is a place of its own, and so is there */
    private void collect(String path, String type, boolean apart, FormGrid grid, List<Node> cards, List<Offer> offers) {
        Shape shape = form.outline().shape(type).orElseThrow();
        if (shape.text() != null) {
            field(path, shape.text(), apart, grid);
        }
        shape.attributes().forEach(one -> field(path + "/@" + one.name(), one, apart, grid));
        for (Particle one : shape.elements().stream()
                .filter(one -> one.standing() == Standing.KNOWN)
                .sorted(Comparator.comparing(FormCards::place))
                .toList()) {
            String at = path + "/" + one.name();
            if (form.outline().shape(one.type()).isEmpty()) {
                field(at, one, apart, grid);
            } else if (INLINE.contains(one.name()) || INLINE.contains(one.type())) {
                collect(at, one.type(), false, grid, cards, offers);
            } else {
                cards.addAll(cards(at, one));
                if (one.isRepeated() || !form.has(at)) {
                    offers.add(new Offer(at, one));
                }
            }
        }
    }

    private static int place(Particle one) {
        int place = FIRST.indexOf(one.name());
        return place < 0 ? FIRST.size() : place;
    }

    private List<Node> cards(String at, Particle one) {
        List<Node> cards = new ArrayList<>();
        int there = one.isRepeated() ? form.count(at) : form.has(at) ? 1 : 0;
        for (int number = 1; number <= there; number++) {
            String path = one.isRepeated() ? at + "[" + number + "]" : at;
            String name = names.name(one.name());
            Node content = fields(path, one.type());
            cards.add(
                    card(path, one.isRepeated() ? texts.get("referrals.field.several", name, number) : name, content));
        }
        return cards;
    }

    private void field(String path, Particle one, boolean apart, FormGrid grid) {
        boolean required = apart && one.least() > 0 && !OPTIONAL.contains(path);
        if (form.outline().isList(one.type())) {
            grid.line(parts.choice(path, values.of(one.type()), code -> values.words(one.type(), code), required));
        } else if (one.isRepeated()) {
            grid.line(one.type().equals("reportNumber") ? parts.many(path) : parts.lines(path));
        } else if (one.type().equals("boolean")) {
            grid.check(parts.check(path));
        } else if (one.type().equals("text")) {
            grid.area(parts.area(path, required));
        } else if (MOMENTS.contains(one.type())) {
            grid.moment(parts.time(path, required));
        } else {
            grid.line(parts.line(path, required));
        }
    }

    private MenuItem item(Offer offer) {
        var item = new MenuItem(names.name(offer.particle().name()));
        item.setId("report-offer-" + FormParts.id(offer.path()));
        item.setOnAction(_ -> add(offer));
        return item;
    }

    private void add(Offer offer) {
        boolean repeated = offer.particle().isRepeated();
        String path = repeated ? offer.path() + "[" + (form.count(offer.path()) + 1) + "]" : offer.path();
        boolean yes = form.outline()
                .shape(offer.particle().type())
                .map(Shape::text)
                .filter(text -> text.type().equals("boolean"))
                .isPresent();
        form.begin(path, yes ? Map.of(path, "true") : Map.of());
        goTo.accept(path);
    }

    private void remove(String path, String name) {
        form.remove(path, name);
        goTo.accept(path.substring(0, path.lastIndexOf('/')));
    }
}
