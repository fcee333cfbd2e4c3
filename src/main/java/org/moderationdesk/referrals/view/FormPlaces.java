package org.moderationdesk.referrals.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;

/** Where on the internet, or outside it, it happened: a card for each place, of a kind that is chosen, with its fields. */
final class FormPlaces {
    static final String KEY = "Alt+I";
    private static final String PLACE = "report/internetDetails";

    private final ReportForm form;
    private final FormParts parts;
    private final FormCards cards;
    private final FaultWords names;
    private final Texts texts;

    FormPlaces(ReportForm form, FormParts parts, FormCards cards, FaultWords names, Texts texts) {
        this.form = form;
        this.parts = parts;
        this.cards = cards;
        this.names = names;
        this.texts = texts;
    }

    /** @param goTo puts the focus into a place of the form, once it is there */
    Node node(Consumer<String> goTo) {
        var box = new VBox();
        box.getStyleClass().add("gap-8");
        int there = form.count(PLACE);
        for (int number = 1; number <= there; number++) {
            box.getChildren().add(place(number, goTo));
        }
        if (there == 0) {
            box.getChildren().add(DoorPanel.words(texts.get("referrals.places.none"), "muted", "size-12"));
        }
        MenuButton menu = cards.menu("report-add-place", texts.get("referrals.places.add"), KEY);
        for (String kind : form.kinds()) {
            var item = new MenuItem(names.name(kind));
            item.setId("report-add-" + kind);
            item.setOnAction(_ -> {
                int next = form.count(PLACE) + 1;
                form.place(next, kind);
                goTo.accept(at(next) + "/" + kind);
            });
            menu.getItems().add(item);
        }
        box.getChildren().add(menu);
        return box;
    }

    private Node place(int number, Consumer<String> goTo) {
        String path = at(number);
        String kind = form.kind(number);
        Node chosen = parts.kind(path, form.kinds(), names::name, kind, now -> {
            form.place(number, now);
            goTo.accept(path);
        });
        var kinds = new FormGrid();
        kinds.line(chosen);
        var content = new VBox(kinds.laid());
        content.getStyleClass().add("gap-8");
        if (!kind.isEmpty()) {
            content.getChildren().add(cards.fields(path + "/" + kind, kind));
        }
        return cards.card(path, texts.get("referrals.field.several", names.name("internetDetails"), number), content);
    }

    private static String at(int number) {
        return PLACE + "[" + number + "]";
    }
}
