package org.moderationdesk.audit.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.Period;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;

/** What is asked for, each to be taken away, and what else can be asked for. */
final class FilterChips {
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);
    private static final List<Facet> FRONT = List.of(Facet.RULE, Facet.OUTCOME, Facet.REVIEWER, Facet.QUALITY);
    private static final Map<Facet, String> KEYS =
            Map.of(Facet.RULE, "C", Facet.OUTCOME, "O", Facet.REVIEWER, "R", Facet.QUALITY, "Q");

    private final LogModel model;
    private final LogWords words;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FlowPane chips = new FlowPane();
    private final MenuButton period;
    private final MenuButton more;
    private final Map<Facet, Button> facets = new EnumMap<>(Facet.class);

    FilterChips(LogModel model, LogWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.dialogs = dialogs;
        chips.setId("decisions-filters");
        chips.getStyleClass().add("chips");
        period = menu("decisions-period", texts.get("audit.period"));
        more = menu("decisions-more", texts.get("audit.more"));
        DAYS.forEach(
                days -> period.getItems().add(item(words.period(Period.last(days)), () -> ask(Period.last(days)))));
        period.getItems().add(item(texts.get("audit.period.days"), this::askForDays));
        period.getItems().add(item(texts.get("audit.period.always"), () -> ask(Period.always())));
        for (Facet facet : Facet.values()) {
            if (facet == Facet.QUALITY && !model.showsQuality()) {
                continue;
            }
            if (FRONT.contains(facet)) {
                facets.put(facet, front(facet));
            } else {
                more.getItems().add(item(words.facet(facet), () -> pick(facet, more, false)));
            }
        }
        model.filterProperty().subscribe(this::show);
        model.answerProperty().subscribe(this::able);
    }

    Node node() {
        return chips;
    }

    /** In how wide a row they stand, in pixels, before they go on in the next. */
    void wrapAt(double width) {
        chips.setPrefWrapLength(width);
    }

    void keysTo(Keys keys) {
        keys.on("P", texts.get("audit.period"), period::show)
                .on("C", words.facet(Facet.RULE), () -> pickFront(Facet.RULE), this::canPick)
                .on("O", words.facet(Facet.OUTCOME), () -> pickFront(Facet.OUTCOME), this::canPick)
                .on("R", words.facet(Facet.REVIEWER), () -> pickFront(Facet.REVIEWER), this::canPick);
        if (model.showsQuality()) {
            keys.on("Q", words.facet(Facet.QUALITY), () -> pickFront(Facet.QUALITY), this::canPick);
        }
        keys.on("F", texts.get("audit.more"), more::show, this::canPick)
                .on("Alt+C", texts.get("audit.clear"), model::clearFilters);
    }

    private boolean canPick() {
        return model.reader().facts().isPresent();
    }

    private void able(LogAnswer unused) {
        boolean able = canPick();
        facets.values().forEach(chip -> chip.setDisable(!able));
        more.setDisable(!able);
    }

    private void show(LogFilter filter) {
        List<Node> shown = new ArrayList<>();
        if (filter.period().isAlways()) {
            shown.add(period);
        } else {
            shown.add(chosen("decisions-chosen-period", words.period(filter.period()), () -> ask(Period.always())));
            shown.add(period);
        }
        filter.chosen()
                .forEach((facet, values) -> values.forEach(value -> shown.add(chosen(
                        "decisions-chosen-" + facet + "-" + shown.size(),
                        texts.get("audit.chosen", words.facet(facet), words.value(facet, value)),
                        () -> model.put(facet, value, false)))));
        shown.addAll(facets.values());
        shown.add(more);
        if (!filter.isNone()) {
            var clear = new Button(texts.get("audit.clear.short"));
            clear.setId("decisions-clear");
            clear.getStyleClass().addAll("chip", "quiet");
            clear.setAccessibleText(texts.get("audit.clear"));
            clear.setOnAction(_ -> model.clearFilters());
            shown.add(clear);
        }
        chips.getChildren().setAll(shown);
    }

    private Button chosen(String id, String name, Runnable onRemove) {
        var chip = new Button(name, Icons.small(Icon.REMOVE));
        chip.setId(id);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip", "filter-chip");
        chip.setAccessibleText(texts.get("audit.remove", name));
        chip.setOnAction(_ -> onRemove.run());
        return chip;
    }

    private Button front(Facet facet) {
        var chip = new Button(words.facet(facet), Icons.small(Icon.OPEN_BELOW));
        chip.setId("decisions-facet-" + facet);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(words.facet(facet));
        chip.setAccessibleHelp(KEYS.get(facet));
        chip.setOnAction(_ -> pick(facet, chip, false));
        return chip;
    }

    private void pickFront(Facet facet) {
        Button chip = facets.get(facet);
        if (chip != null) {
            pick(facet, chip, true);
        }
    }

    private void pick(Facet facet, Node below, boolean byKey) {
        model.reader().facts().ifPresent(facts -> new ValuePicker(model, words, facet, facts).open(below, byKey));
    }

    private void ask(Period other) {
        model.ask(model.filterProperty().get().within(other));
    }

    private void askForDays() {
        Period now = model.filterProperty().get().period();
        var from = day("decisions-from", "audit.period.first", now.from());
        var through = day("decisions-through", "audit.period.last-day", now.through());
        var form = new VBox(
                Buttons.label(texts.get("audit.period.first"), "field-label"),
                from,
                Buttons.label(texts.get("audit.period.last-day"), "field-label"),
                through);
        form.getStyleClass().add("gap-8");
        dialogs.form(texts.get("audit.period.days"), form, texts.get("audit.period.act"), () -> {
            LocalDate first = from.getValue();
            LocalDate last = through.getValue();
            if (first != null && last != null && last.isBefore(first)) {
                return Optional.of(texts.get("audit.period.wrong"));
            }
            ask(new Period(null, first, last));
            return Optional.empty();
        });
    }

    private DatePicker day(String id, String key, @Nullable LocalDate value) {
        var picker = new DatePicker();
        if (value != null) {
            picker.setValue(value);
        }
        picker.setId(id);
        picker.setAccessibleText(texts.get(key));
        picker.getEditor().setAccessibleText(texts.get(key));
        return picker;
    }

    private static MenuButton menu(String id, String words) {
        var menu = new MenuButton(words);
        menu.setId(id);
        menu.setAccessibleText(words);
        menu.getStyleClass().addAll("chip", "chip-menu");
        return menu;
    }

    private static MenuItem item(String words, Runnable act) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
