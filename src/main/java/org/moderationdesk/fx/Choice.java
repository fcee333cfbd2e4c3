package org.moderationdesk.fx;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes of which one of a few is chosen, never typed. */
public final class Choice {
    private Choice() {}

    /**
     * Nothing is chosen at first.
     *
     * @param unchosen what stands there then
     */
    public static <T> ComboBox<T> of(String id, List<T> all, Function<T, String> words, String unchosen) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setPromptText(unchosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public T fromString(String unused) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        return box;
    }
}
