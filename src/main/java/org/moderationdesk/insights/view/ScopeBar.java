package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.Period;
import org.moderationdesk.insights.Scope;

/** Period, queue and region to choose, when figures were made, and the ways to paper and files. */
final class ScopeBar {
    private static final double WIDE = 1200;

    private final Texts texts;
    private final Consumer<Scope> onAsk;
    private final HBox node = new HBox();
    private final Map<Period, ToggleButton> periods = new EnumMap<>(Period.class);
    private final ComboBox<String> queues;
    private final ComboBox<String> regions;
    private final Label updated = Parts.label("", "muted", "size-12");
    private final Button print;
    private final Button export;
    private Scope shown = Scope.WHOLE;
    private boolean filling;

    ScopeBar(Texts texts, Consumer<Scope> onAsk, Runnable onPrint, Runnable onExport) {
        this.texts = texts;
        this.onAsk = onAsk;
        queues = box("insights-queue", "insights.queue");
        regions = box("insights-region", "insights.region");
        updated.setId("insights-updated");
        updated.setMinWidth(Region.USE_PREF_SIZE);
        Label every = Parts.label(texts.get("insights.updated.every"), "muted", "size-12");
        every.setMinWidth(Region.USE_PREF_SIZE);
        // Said where there is room for all of it, and not cut.
        every.visibleProperty()
                .bind(node.widthProperty()
                        .greaterThan(WIDE)
                        .and(updated.textProperty().isNotEmpty()));
        every.managedProperty().bind(every.visibleProperty());
        print = button("insights-print", "insights.print", Icon.PRINT, "Ctrl P", onPrint);
        export = button("insights-export", "insights.export", Icon.EXPORT, "Ctrl E", onExport);
        var title = Parts.label(texts.get("insights.title"), "strong", "size-16");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        node.getChildren().setAll(title, periods(), queues, regions, gap, updated, every, print, export);
        node.getStyleClass().addAll("screen-head", "gap-8", "edge-bottom");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("insights-bar");
    }

    Node node() {
        return node;
    }

    void show(Scope scope) {
        shown = scope;
        filling = true;
        periods.forEach((period, button) -> button.setSelected(period == scope.period()));
        select(queues, scope.queue());
        select(regions, scope.region());
        filling = false;
    }

    /** What else can be asked about; what is asked about stays, even where nothing has it any more. */
    void choices(Insights.Choices choices, Scope scope) {
        filling = true;
        fill(queues, choices.queues(), scope.queue());
        fill(regions, choices.regions(), scope.region());
        filling = false;
    }

    void updated(String words) {
        updated.setText(words);
    }

    /** Whether there is anything to print and export. */
    void ready(boolean there) {
        print.setDisable(!there);
        export.setDisable(!there);
    }

    private Node periods() {
        var buttons = new SegmentedButton();
        for (Period period : Period.values()) {
            var button = new ToggleButton(texts.get("insights.period." + period));
            button.setId("insights-period-" + period);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                onAsk.accept(new Scope(period, shown.queue(), shown.region()));
            });
            periods.put(period, button);
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private ComboBox<String> box(String id, String key) {
        var box = new ComboBox<String>();
        box.setId(id);
        box.setAccessibleText(texts.get(key));
        box.getStyleClass().add("insights-choice");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty() ? texts.get(key + ".all") : value;
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        box.setOnAction(_ -> {
            if (!filling) {
                onAsk.accept(new Scope(shown.period(), chosen(queues), chosen(regions)));
            }
        });
        fill(box, List.of(), "");
        return box;
    }

    private static void fill(ComboBox<String> box, List<String> values, String chosen) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(values);
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        if (!box.getItems().equals(all)) {
            box.getItems().setAll(all);
        }
        box.setValue(chosen);
    }

    private static void select(ComboBox<String> box, String value) {
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
    }

    private static String chosen(ComboBox<String> box) {
        return box.getValue() == null ? "" : box.getValue();
    }

    private Button button(String id, String key, Icon icon, String hint, Runnable act) {
        var words = new HBox(Icons.small(icon), new Label(texts.get(key)), new KeyHint(hint));
        words.getStyleClass().add("gap-8");
        words.setAlignment(Pos.CENTER);
        var button = new Button(null, words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
