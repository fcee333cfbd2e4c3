package org.moderationdesk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.ServerReach;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.settings.SharedDesks;
import org.moderationdesk.staff.view.DeskField;

/** The field in which a person says at which desk they work: this computer's own, a shared one, or another. */
public final class DeskChoice {
    /** What can be chosen. */
    public sealed interface Desk {
        record Own() implements Desk {}

        record Shared(SharedDesks.Known desk, PostgresPlace place) implements Desk {}

        /** A shared one that is not known here yet. */
        record Another() implements Desk {}
    }

    private final Kit kit;
    private final Texts texts;
    private final Function<PostgresPlace, DeskReach> reach;

    public DeskChoice(Kit kit) {
        this(
                kit,
                place -> new DeskReach(kit, () -> {
                    new ServerReach(place).ask();
                    return true;
                }));
    }

    DeskChoice(Kit kit, Function<PostgresPlace, DeskReach> reach) {
        this.kit = kit;
        this.texts = kit.texts();
        this.reach = reach;
    }

    /**
     * The field, whether that desk can be reached, and what there is to say of the way to it.
     *
     * @param now the shared desk that is chosen; null for this computer's own, which is open by then
     */
    public DeskField of(SharedDesks known, SharedDesks.@Nullable Known now, Consumer<Desk> chosen) {
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
        Desk was = here;
        field.setOnAction(_ -> {
            Desk wanted = field.getValue();
            if (wanted != null && !wanted.equals(was)) {
                chosen.accept(wanted);
            }
        });
        var parts = new ArrayList<Node>(List.of(DoorPanel.field(texts.get("shell.desk"), field)));
        var keys = new Keys(texts.get("shell.desk"));
        keys.told("Alt+Down", texts.get("shell.desk.choose"));
        var state = new DeskStateWords(texts, field);
        Predicate<String> tells = _ -> false;
        if (here instanceof Desk.Shared shared) {
            var asked = new DeskReachView(kit, reach.apply(shared.place()), state);
            keys.on("F5", texts.get("shell.lost.again"), asked::again, asked::isLost);
            tells = asked::tells;
            parts.addAll(List.of(
                    asked.node(),
                    DoorPanel.note(
                            shared.place().guard() == PostgresPlace.Guard.VERIFIED ? Icon.SAFE_VIEW : Icon.TROUBLE,
                            way(shared.place()))));
        } else {
            state.open();
        }
        return new DeskField(parts, List.of(keys), tells);
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
