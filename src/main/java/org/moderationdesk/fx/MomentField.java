package org.moderationdesk.fx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.moderationdesk.base.Texts;

/** A moment in its three parts: day, time and the zone that it is told in. JavaFX thread only. */
public final class MomentField extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final TextField day = new TextField();
    private final TextField clock = new TextField();
    private final TextField zone = new TextField();

    /** @param id of the day; the others have it with an ending */
    public MomentField(String id, Texts texts) {
        day.setId(id);
        clock.setId(id + "-clock");
        zone.setId(id + "-zone");
        day.setPromptText(texts.get("fx.moment.day"));
        clock.setPromptText(texts.get("fx.moment.clock"));
        zone.setPromptText(texts.get("fx.moment.zone"));
        clock.setAccessibleText(texts.get("fx.moment.clock"));
        zone.setAccessibleText(texts.get("fx.moment.zone"));
        for (TextField one : parts()) {
            one.setMinWidth(0);
            one.setPrefColumnCount(8);
            HBox.setHgrow(one, Priority.ALWAYS);
        }
        getStyleClass().add("gap-4");
        getChildren().addAll(day, clock, zone);
    }

    /** Its fields: day, time, zone. */
    public List<TextField> parts() {
        return List.of(day, clock, zone);
    }

    public void setDay(Instant moment, Times times) {
        OffsetDateTime at = at(moment, times);
        day.setText(at.toLocalDate().toString());
        zone.setText(
                at.getOffset().equals(ZoneOffset.UTC)
                        ? "+00:00"
                        : at.getOffset().getId());
    }

    public void setMoment(Instant moment, Times times) {
        setDay(moment, times);
        clock.setText(CLOCK.format(at(moment, times)));
    }

    private static OffsetDateTime at(Instant moment, Times times) {
        return moment.atZone(times.zone()).toOffsetDateTime();
    }

    /** What was entered; empty where that is no moment. */
    public Optional<OffsetDateTime> moment() {
        try {
            return Optional.of(OffsetDateTime.of(
                    LocalDate.parse(day.getText().strip()),
                    LocalTime.parse(clock.getText().strip()),
                    ZoneOffset.of(zone.getText().strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Told of every change. */
    public void onChange(Runnable told) {
        parts().forEach(one -> one.textProperty().subscribe((_, _) -> told.run()));
    }
}
