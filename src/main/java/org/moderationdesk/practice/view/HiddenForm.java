package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;

/** Where a lead says how many tests a queue is given, and from which sets. */
final class HiddenForm {
    private static final int MOST = 100_000;
    private static final int USUAL = 50;

    private final HiddenModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final ComboBox<String> queue = new ComboBox<>();
    private final Spinner<Integer> oneIn = new Spinner<>(Hidden.FEWEST_BETWEEN, MOST, USUAL);
    private final List<CheckBox> sets = new ArrayList<>();

    HiddenForm(HiddenModel model, PracticeWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
    }

    /** @param chosen the queue that is proposed, as it is; null for none */
    void open(HiddenModel.Found found, HiddenModel.@Nullable Line chosen) {
        queue.setId("practice-hidden-queue");
        queue.setAccessibleText(words.get("practice.hidden.queue"));
        queue.getItems().setAll(found.queues());
        queue.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : SafeLine.of(name);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("is chosen, not typed");
            }
        });
        oneIn.setId("practice-hidden-one-in");
        oneIn.setEditable(true);
        oneIn.setPrefWidth(110);
        oneIn.setAccessibleText(words.get("practice.hidden.one-in"));
        oneIn.getEditor().setAccessibleText(words.get("practice.hidden.one-in"));
        var boxes = new VBox();
        boxes.getStyleClass().add("gap-4");
        for (PracticeSet set : model.home().overview().on(SetState.PUBLISHED)) {
            if (set.newest().terms().open()) {
                continue;
            }
            var box = new CheckBox(words.named(set));
            box.setId("practice-hidden-set-" + set.number());
            box.setUserData(set.id());
            sets.add(box);
            boxes.getChildren().add(box);
        }
        if (sets.isEmpty()) {
            boxes.getChildren().add(Shown.label(words.get("practice.hidden.no-sets"), "muted", "size-12"));
        }
        queue.valueProperty().subscribe(name -> propose(found, name));
        queue.setValue(
                chosen != null
                        ? chosen.share().queue()
                        : found.queues().stream().findFirst().orElse(null));
        var scrolled = new ScrollPane(boxes);
        scrolled.setFitToWidth(true);
        scrolled.setMaxHeight(180);
        scrolled.getStyleClass().add("edge-less");
        var first = new HBox(named("practice.hidden.queue", queue), named("practice.hidden.one-in", oneIn));
        first.getStyleClass().add("gap-16");
        var form = new VBox(
                first,
                named("practice.hidden.from", scrolled),
                Shown.wrapped(words.get("practice.hidden.form.about"), "muted", "size-12"));
        form.getStyleClass().add("gap-12");
        form.setMaxWidth(520);
        new StoreForm(dialogs, form)
                .open(words.get("practice.hidden.set"), words.get("practice.form.save"), this::send);
    }

    /** As the queue has it now. */
    private void propose(HiddenModel.Found found, @Nullable String name) {
        found.shares().stream()
                .filter(one -> one.queue().equals(name) && one.oneIn() > 0)
                .findFirst()
                .ifPresentOrElse(
                        one -> {
                            oneIn.getValueFactory().setValue(one.oneIn());
                            sets.forEach(box -> box.setSelected(one.sets().contains(id(box))));
                        },
                        () -> sets.forEach(box -> box.setSelected(false)));
    }

    private static String id(CheckBox box) {
        return Objects.toString(box.getUserData());
    }

    private Node named(String key, Node control) {
        var both = new VBox(Shown.label(words.get(key), "field-label"), control);
        both.getStyleClass().add("gap-4");
        return both;
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        String name = queue.getValue();
        List<String> from =
                sets.stream().filter(CheckBox::isSelected).map(HiddenForm::id).toList();
        if (name == null || from.isEmpty()) {
            onRefused.accept(words.get("practice.hidden.choose"));
            return;
        }
        model.set(name, oneIn.getValue(), from, onDone, onRefused);
    }
}
