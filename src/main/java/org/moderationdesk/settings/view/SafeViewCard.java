package org.moderationdesk.settings.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.SafeView;

/** How content of each severity opens for this person, and the floor under that for everybody. */
public final class SafeViewCard implements SettingsCard {
    private static final List<Integer> BLURS = List.of(20, 40, 64, 96);

    private final Texts texts;
    private final BiConsumer<SafeView, Runnable> keep;
    private final @Nullable BiConsumer<SafeView, Runnable> keepFloor;
    private final List<Row> own = new ArrayList<>();
    private final List<Row> least = new ArrayList<>();
    private final Label said = new Label();
    private final Label floorSaid = new Label();
    private SafeView floor;

    /**
     * @param own what the person likes
     * @param keep keeps what the person likes, and runs what is to be done then
     * @param keepFloor sets the floor; null for whoever may not
     */
    public SafeViewCard(
            Texts texts,
            SafeView own,
            SafeView floor,
            BiConsumer<SafeView, Runnable> keep,
            @Nullable BiConsumer<SafeView, Runnable> keepFloor) {
        this.texts = texts;
        this.keep = keep;
        this.keepFloor = keepFloor;
        this.floor = floor;
        each(own.over(floor), "own", this.own);
        each(floor, "floor", least);
        said.setId("settings-safe-said");
        floorSaid.setId("settings-floor-said");
        for (Label label : List.of(said, floorSaid)) {
            label.getStyleClass().add("size-12");
            label.setWrapText(true);
        }
        holdFloor();
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("settings.safe.floor"));
        heading.getStyleClass().addAll("strong", "size-12");
        var floorPart = new VBox(heading, Rows.note(texts.get("settings.safe.floor.note")), table("floor", least));
        floorPart.getStyleClass().add("settings-card");
        if (keepFloor == null) {
            least.forEach(Row::lock);
            floorPart.getChildren().add(Rows.note(texts.get("settings.safe.floor.locked")));
        } else {
            floorPart
                    .getChildren()
                    .add(new VBox(
                            button("settings-floor-save", "settings.safe.floor.save", this::saveFloor), floorSaid));
        }
        return Rows.card(
                texts.get("settings.safe"),
                Rows.note(texts.get("settings.safe.note")),
                table("own", own),
                new VBox(button("settings-safe-save", "settings.safe.save", this::save), said),
                floorPart);
    }

    private Button button(String id, String key, Runnable act) {
        var button = new Button(texts.get(key));
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private Node table(String id, List<Row> rows) {
        var grid = new GridPane();
        grid.setId("settings-safe-" + id);
        grid.getStyleClass().add("gap-8");
        grid.addRow(0, head("settings.safe.severity"), head("settings.safe.first"), head("settings.safe.blur"));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addTo(grid, i + 1);
        }
        return grid;
    }

    private Label head(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("muted", "size-12");
        return label;
    }

    private void each(SafeView view, String id, List<Row> rows) {
        rows.add(new Row("low", id, view.low()));
        rows.add(new Row("medium", id, view.medium()));
        rows.add(new Row("high", id, view.high()));
        rows.add(new Row("critical", id, view.critical()));
    }

    private static SafeView view(List<Row> rows) {
        return new SafeView(
                rows.get(0).choice(),
                rows.get(1).choice(),
                rows.get(2).choice(),
                rows.get(3).choice());
    }

    /** Less cover than the floor is not even offered. */
    private void holdFloor() {
        List<CoverChoice> bounds = List.of(floor.low(), floor.medium(), floor.high(), floor.critical());
        for (int i = 0; i < own.size(); i++) {
            own.get(i).hold(bounds.get(i));
        }
    }

    private void save() {
        keep.accept(view(own), () -> said.setText(texts.get("settings.safe.saved")));
    }

    private void saveFloor() {
        SafeView wanted = view(least);
        if (keepFloor != null) {
            keepFloor.accept(wanted, () -> {
                floor = wanted;
                holdFloor();
                floorSaid.setText(texts.get("settings.safe.floor.saved"));
            });
        }
    }

    /** One severity. */
    private final class Row {
        private final String severity;
        private final ComboBox<LookForm> first = new ComboBox<>();
        private final ComboBox<Integer> blur = new ComboBox<>();
        private final CheckBox muted = new CheckBox(texts.get("settings.safe.muted"));

        Row(String severity, String id, CoverChoice choice) {
            this.severity = severity;
            String name = texts.get("settings.safe." + severity);
            first.setId("settings-" + id + "-first-" + severity);
            first.setAccessibleText(name + ", " + texts.get("settings.safe.first"));
            first.setConverter(named(form -> texts.get("look.form." + form)));
            blur.setId("settings-" + id + "-blur-" + severity);
            blur.setAccessibleText(name + ", " + texts.get("settings.safe.blur"));
            blur.setConverter(named(this::blurName));
            muted.setId("settings-" + id + "-muted-" + severity);
            muted.setAccessibleText(name + ", " + texts.get("settings.safe.muted"));
            first.setValue(choice.first());
            blur.setValue(choice.blur());
            muted.setSelected(choice.muted());
            hold(new CoverChoice(LookForm.COLOUR, CoverChoice.LEAST_BLUR, false));
        }

        void addTo(GridPane grid, int line) {
            var name = new Label(texts.get("settings.safe." + severity));
            name.getStyleClass().add("settings-severity");
            grid.addRow(line, name, first, blur, muted);
        }

        CoverChoice choice() {
            return new CoverChoice(first.getValue(), blur.getValue(), muted.isSelected());
        }

        void hold(CoverChoice bound) {
            CoverChoice held = choice().over(bound);
            first.getItems().clear();
            for (LookForm form : LookForm.values()) {
                if (form.isPicture() && form.compareTo(bound.first()) <= 0) {
                    first.getItems().add(form);
                }
            }
            first.setValue(held.first());
            var blurs = new ArrayList<>(BLURS);
            blurs.removeIf(one -> one < bound.blur());
            for (int one : List.of(held.blur(), bound.blur())) {
                if (!blurs.contains(one)) {
                    blurs.add(one);
                }
            }
            blurs.sort(null);
            blur.getItems().setAll(blurs);
            blur.setValue(held.blur());
            muted.setSelected(held.muted());
            muted.setDisable(bound.muted());
            muted.setText(texts.get(bound.muted() ? "settings.safe.muted.floor" : "settings.safe.muted"));
        }

        void lock() {
            first.setDisable(true);
            blur.setDisable(true);
            muted.setDisable(true);
        }

        private String blurName(int points) {
            return switch (points) {
                case 20 -> texts.get("settings.safe.blur.20");
                case 40 -> texts.get("settings.safe.blur.40");
                case 64 -> texts.get("settings.safe.blur.64");
                case 96 -> texts.get("settings.safe.blur.96");
                default -> texts.get("settings.safe.blur.other", points);
            };
        }
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public @Nullable T fromString(String words) {
                return null;
            }
        };
    }
}
