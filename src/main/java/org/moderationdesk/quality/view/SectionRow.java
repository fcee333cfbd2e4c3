package org.moderationdesk.quality.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.SamplingPlan.SectionShare;

/** What is drawn of one section: a share of it, or a number a week. */
final class SectionRow extends HBox {
    private static final double AMOUNT = 56;

    private final ComboBox<String> section = new ComboBox<>();
    private final TextField amount = new TextField();
    private final ComboBox<Boolean> weekly = new ComboBox<>();
    private final Texts texts;

    SectionRow(ItemWords words, SectionShare share, Runnable onChange, Consumer<SectionRow> onRemove) {
        this.texts = words.texts();
        section.getItems()
                .setAll(words.book().sections().stream()
                        .map(one -> one.code().value())
                        .toList());
        section.setConverter(says(code -> code + " " + words.section(code)));
        section.setValue(share.section());
        section.setAccessibleText(texts.get("quality.plan.section"));
        section.setMinWidth(0);
        section.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(section, Priority.ALWAYS);
        amount.setText(Amounts.words(share.perWeek() > 0 ? share.perWeek() : share.share(), texts.locale()));
        amount.setAccessibleText(texts.get("quality.plan.amount"));
        amount.setPrefWidth(AMOUNT);
        amount.setMinWidth(AMOUNT);
        amount.setAlignment(Pos.CENTER_RIGHT);
        weekly.getItems().setAll(List.of(false, true));
        weekly.setConverter(says(one -> texts.get(one ? "quality.plan.weekly" : "quality.plan.percent")));
        weekly.setValue(share.perWeek() > 0);
        weekly.setAccessibleText(texts.get("quality.plan.unit"));
        weekly.setMinWidth(USE_PREF_SIZE);
        var remove = new Button(null, Icons.small(Icon.REMOVE));
        remove.getStyleClass().addAll("icon-only", "quiet");
        remove.setAccessibleText(texts.get("quality.plan.section.remove"));
        remove.setOnAction(_ -> onRemove.accept(this));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gap-4");
        getChildren().addAll(section, amount, weekly, remove);
        section.valueProperty().addListener(_ -> onChange.run());
        amount.textProperty().addListener(_ -> onChange.run());
        weekly.valueProperty().addListener(_ -> onChange.run());
    }

    /** @throws org.moderationdesk.quality.SamplingRefused for an amount that is none */
    SectionShare share() {
        double number = Amounts.number(amount.getText());
        return weekly.getValue()
                ? new SectionShare(section.getValue(), 0, (int) Amounts.whole(amount.getText()))
                : new SectionShare(section.getValue(), number, 0);
    }

    void focus() {
        section.requestFocus();
    }

    private static <T> StringConverter<T> says(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
