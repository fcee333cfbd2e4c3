package org.moderationdesk.orders.view;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.items.view.SafeLine;

/** A file that goes with an order or an answer, if there is one. */
final class DocumentField {
    private static final int LONGEST = 60;

    private final Texts texts;
    private final Label name = new Label();
    private final Button remove = new Button(null, Icons.small(Icon.REMOVE));
    private final CheckedField field;
    private @Nullable Path file;

    DocumentField(String id, OrdersModel model) {
        texts = model.kit().texts();
        var choose = new Button(texts.get("orders.document.choose"), Icons.small(Icon.FILE));
        choose.setId(id);
        choose.setOnAction(_ -> model.choose().ifPresent(this::set));
        remove.setId(id + "-remove");
        remove.getStyleClass().addAll("quiet", "icon-only");
        remove.setAccessibleText(texts.get("orders.document.remove"));
        remove.setOnAction(_ -> {
            set(null);
            choose.requestFocus();
        });
        name.setId(id + "-name");
        name.getStyleClass().add("size-12");
        var line = new HBox(choose, name, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-8");
        field = new CheckedField(texts.get("orders.document"), line, List.of(choose));
        choose.setAccessibleText(texts.get("orders.document") + ", " + choose.getText());
        set(null);
    }

    CheckedField field() {
        return field;
    }

    @Nullable
    Path file() {
        return file;
    }

    private void set(@Nullable Path chosen) {
        file = chosen;
        name.setText(
                chosen == null
                        ? texts.get("orders.document.none")
                        : SafeLine.of(String.valueOf(chosen.getFileName()), LONGEST));
        remove.setVisible(chosen != null);
        field.say("");
    }
}
