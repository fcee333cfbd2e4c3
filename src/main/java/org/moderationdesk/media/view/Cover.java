package org.moderationdesk.media.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;

/**
 * How one file is covered, in which form it is seen while it is not, and how long that was. It comes up blurred, grey and
 * muted, as its choice says; holding lifts the blur only; whatever uncovers it, it is covered again after ten seconds.
 * JavaFX thread only.
 */
public final class Cover {
    /** After so long it is covered again, whatever is held. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper blurred = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<LookForm> form = new ReadOnlyObjectWrapper<>(LookForm.GREY);
    private final ReadOnlyObjectWrapper<CoverChoice> choice = new ReadOnlyObjectWrapper<>(CoverChoice.usual());
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper seenMillis = new ReadOnlyLongWrapper();
    private final Stretch seen;
    private final Stretch heard;
    private int media;
    private long seenBefore;
    private @Nullable Instant liftedAt;

    /** @param onLook told of every look when it ends, when its form changes, and when another part of the file follows */
    public Cover(InstantSource clock, Consumer<Look> onLook) {
        this.clock = clock;
        this.seen = new Stretch(clock, look -> {
            seenBefore += look.millis();
            seenMillis.set(seenBefore);
            onLook.accept(look);
        });
        this.heard = new Stretch(clock, onLook);
    }

    /** Whether the cover is on. */
    public ReadOnlyBooleanProperty blurredProperty() {
        return blurred.getReadOnlyProperty();
    }

    /** Whether it is without colour, covered or not. */
    public ReadOnlyBooleanProperty greyProperty() {
        return grey.getReadOnlyProperty();
    }

    /** Whether its sound is off. */
    public ReadOnlyBooleanProperty mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /** The form in which it is seen while the cover is lifted, or will be. */
    public ReadOnlyObjectProperty<LookForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** With how much cover this file opened. */
    public ReadOnlyObjectProperty<CoverChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty revealsProperty() {
        return reveals.getReadOnlyProperty();
    }

    /** How long this file was seen uncovered, in whatever form, in milliseconds. */
    public ReadOnlyLongProperty seenMillisProperty() {
        return seenMillis.getReadOnlyProperty();
    }

    /** Begins anew with another file, with the same choice. */
    public void begin(int anotherMedia) {
        begin(anotherMedia, choice.get());
    }

    /** Begins anew with another file: covered, nothing seen. A look that is under way is ended and told first. */
    public void begin(int anotherMedia, CoverChoice opened) {
        coverAll();
        choice.set(opened);
        coverAll();
        seen.forget();
        heard.forget();
        media = anotherMedia;
        seenBefore = 0;
        reveals.set(0);
        seenMillis.set(0);
    }

    /** Lifts the cover until {@link #cover}; asking again while it is lifted changes nothing. */
    public void lift() {
        if (liftedAt == null) {
            liftedAt = clock.instant();
            seen.begin(media, form.get());
            reveals.set(reveals.get() + 1);
            blurred.set(false);
        }
    }

    /** Puts the blur back and tells of the look. */
    public void cover() {
        if (liftedAt != null) {
            liftedAt = null;
            blurred.set(true);
            seen.end();
        }
    }

    /** Puts everything back as the file opened: blur, colour, sound and form. */
    public void coverAll() {
        cover();
        heard.end();
        grey.set(choice.get().first() != LookForm.COLOUR);
        form.set(choice.get().first());
        muted.set(choice.get().muted());
    }

    public void switchBlur() {
        if (liftedAt == null) {
            lift();
        } else {
            cover();
        }
    }

    /** Takes the colour off, or gives it; where all of the picture is seen, that is another form. */
    public void switchGrey() {
        boolean without = !grey.get();
        if (form.get().isWhole()) {
            choose(without ? LookForm.GREY : LookForm.COLOUR);
        } else {
            grey.set(without);
        }
    }

    public void switchMute() {
        muted.set(!muted.get());
        if (muted.get()) {
            heard.end();
        }
    }

    /** Chooses the form in which it is seen; one that is under way goes on in the other form, as another look. */
    public void choose(LookForm another) {
        if (another.isPicture() && another != form.get()) {
            if (liftedAt != null) {
                seen.begin(media, another);
            }
            if (another.isWhole()) {
                grey.set(another == LookForm.GREY);
            }
            form.set(another);
        }
    }

    /**
     * To be called with every frame that comes on screen, covered or not, so that a look knows its span.
     *
     * @param atMs the frame's own time in the file, in milliseconds
     */
    public void shows(long atMs) {
        seen.at(atMs);
    }

    /**
     * To be called with all sound that is played while it is not muted.
     *
     * @param atMs its time in the file, in milliseconds
     */
    public void sounds(long atMs) {
        if (!muted.get()) {
            if (!heard.isUnderWay()) {
                heard.begin(media, LookForm.SOUND);
            }
            heard.at(atMs);
        }
    }

    /** To be called when playing stops: what was heard is told. */
    public void silent() {
        heard.end();
    }

    /** To be called now and then while the cover is lifted: counts what was seen and covers after ten seconds. */
    public void tick() {
        Instant since = liftedAt;
        if (since == null) {
            return;
        }
        seenMillis.set(seenBefore + seen.millis());
        if (Duration.between(since, clock.instant()).compareTo(LONGEST) >= 0) {
            coverAll();
        }
    }
}
