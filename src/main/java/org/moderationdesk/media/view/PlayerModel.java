package org.moderationdesk.media.view;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.Waveform;

/** One clip as it is played: where it is, how fast, how loud, and what is known of it. JavaFX thread only. */
public final class PlayerModel {
    /** The speeds there are; the pitch of the sound stays at each. */
    public static final List<Double> SPEEDS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0);

    private final ReadOnlyObjectWrapper<PlayerState> state = new ReadOnlyObjectWrapper<>(new PlayerState.Nothing());
    private final ReadOnlyObjectWrapper<ClipFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper duration = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper silent = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private final DoubleProperty volume = new SimpleDoubleProperty(0.8);
    private final BooleanProperty muted = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<TimeSpan> loop = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Frame> strip = FXCollections.observableArrayList();
    private final ObservableList<Long> scenes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Waveform> waveform = new ReadOnlyObjectWrapper<>();

    public ReadOnlyObjectProperty<PlayerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until the clip is open. */
    public ReadOnlyObjectProperty<ClipFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** The frame to be shown; null where there is none. */
    public ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Where the clip is, in microseconds. */
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** In microseconds; 0 where nobody knows. */
    public ReadOnlyLongProperty durationProperty() {
        return duration.getReadOnlyProperty();
    }

    /** Whether the position is the own time of the frame that stands still. */
    public ReadOnlyBooleanProperty exactProperty() {
        return exact.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether nothing can be heard because the system has no sound device. */
    public ReadOnlyBooleanProperty silentProperty() {
        return silent.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    public DoubleProperty volumeProperty() {
        return volume;
    }

    /** Bind it to the cover's. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** What is played over and over; null for nothing. */
    public ReadOnlyObjectProperty<TimeSpan> loopProperty() {
        return loop.getReadOnlyProperty();
    }

    /** Small frames that lie over the clip, in their order; they come one after the other. */
    public ObservableList<Frame> strip() {
        return strip;
    }

    /** Where the picture changes most, in microseconds. */
    public ObservableList<Long> scenes() {
        return scenes;
    }

    /** Null until it is known, and where there is no sound. */
    public ReadOnlyObjectProperty<Waveform> waveformProperty() {
        return waveform.getReadOnlyProperty();
    }

    public boolean isReady() {
        return state.get() instanceof PlayerState.Ready;
    }

    public boolean hasPicture() {
        ClipFacts known = facts.get();
        return known != null && known.picture();
    }

    public boolean hasSound() {
        ClipFacts known = facts.get();
        return known != null && known.sound();
    }

    void state(PlayerState now) {
        state.set(now);
    }

    void opened(ClipFacts known) {
        facts.set(known);
        duration.set(known.durationMicros() == null ? 0 : known.durationMicros());
    }

    void grown(ClipFacts known) {
        facts.set(known);
        if (known.durationMicros() != null && known.durationMicros() > duration.get()) {
            duration.set(known.durationMicros());
        }
    }

    void frame(@Nullable Frame shown) {
        frame.set(shown);
    }

    void at(long micros, boolean itsOwnTime) {
        exact.set(itsOwnTime);
        position.set(micros);
        if (duration.get() > 0 && micros > duration.get()) {
            duration.set(micros);
        }
    }

    void playing(boolean now) {
        playing.set(now);
    }

    void silent(boolean now) {
        silent.set(now);
    }

    void speed(double now) {
        speed.set(now);
    }

    void loop(@Nullable TimeSpan span) {
        loop.set(span);
    }

    void waveform(Waveform known) {
        waveform.set(known);
    }

    /** As if no clip had ever been here. */
    void forget() {
        playing.set(false);
        state.set(new PlayerState.Nothing());
        facts.set(null);
        frame.set(null);
        duration.set(0);
        exact.set(false);
        position.set(0);
        speed.set(1);
        loop.set(null);
        strip.clear();
        scenes.clear();
        waveform.set(null);
    }
}
