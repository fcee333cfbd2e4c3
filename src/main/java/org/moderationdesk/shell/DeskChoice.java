package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.settings.SharedDesks;

/** The field in which a person says at which desk they work: this computer's own, a shared one, or another. */
public final class DeskChoice {
    /** What can be chosen. */
    public sealed interface Desk {
        record Own() implements Desk {}

        record Shared(SharedDesks.Known desk, PostgresPlace place) implements Desk {}

        /** A shared one that is not known here yet. */
        record Another() implements Desk {}
    }

    private final Texts texts;

    public DeskChoice(Texts texts) {
        this.texts = texts;
    }

    /**
     * The field, and what there is to say of the way to that desk.
     *
     * @param now the shared desk that is chosen; null for this computer's own
     */
    public List<Node> of(SharedDesks known, SharedDesks.@Nullable Known now, Consumer<Desk> chosen) {
        var field = new ComboBox<Desk>();
        field.setId("desk-choice");
        field.setMaxWidth(Double.MAX_VALUE);
        field.getItems().add(new Desk.Own());
        Desk here = field.getItems().getFirst();
        for (SharedDesks.Known desk : known.desks()) {
            var place = desk.place();
            if (place.isPresent()) {
                var shared = new Desk.Shared(desk, place.get());
                field.getItems().add(shared);
                if (desk.equals(now)) {
                    here = shared;
                }
            }
        }
        field.getItems().add(new Desk.Another());
        field.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Desk desk) {
                return desk == null ? "" : words(desk);
            }

            @Override
            public @Nullable Desk fromString(String words) {
                return null;
            }
        });
        field.getSelectionModel().select(here);
        field.setAccessibleText(texts.get("shell.desk"));
        Desk was = here;
        field.setOnAction(_ -> {
            Desk wanted = field.getValue();
            if (wanted != null && !wanted.equals(was)) {
                chosen.accept(wanted);
            }
        });
        var parts = new ArrayList<Node>();
        VBox labelled = DoorPanel.field(texts.get("shell.desk"), field);
        parts.add(labelled);
        if (here instanceof Desk.Shared shared) {
            parts.add(DoorPanel.note(
                    shared.place().guard() == PostgresPlace.Guard.VERIFIED ? Icon.SAFE_VIEW : Icon.TROUBLE,
                    way(shared.place())));
        }
        return parts;
    }

    private String words(Desk desk) {
        return switch (desk) {
            case Desk.Own _ -> texts.get("shell.desk.own");
            case Desk.Another _ -> texts.get("shell.desk.another");
            case Desk.Shared shared ->
                texts.get(
                        "shell.desk.shared",
                        shared.place().database(),
                        shared.place().host());
        };
    }

    private String way(PostgresPlace place) {
        return place.guard() == PostgresPlace.Guard.VERIFIED
                ? texts.get("shell.desk.guarded", place.host())
                : texts.get("shell.desk.open");
    }
}
