package org.moderationdesk.items.view;

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
import org.jspecify.annotations.Nullable;

/**
 * Whether a picture is blurred and grey, and how long it was not. It comes up blurred and grey; holding lifts the blur
 * only; whatever uncovers it, it is covered again after ten seconds. JavaFX thread only.
 */
public final class Cover {
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Consumer<Look> onLook;
    private final ReadOnlyBooleanWrapper blurred = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper grey = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper seenMillis = new ReadOnlyLongWrapper();
    private int media;
    private long seenBefore;
    private @Nullable Instant liftedAt;
    private @Nullable Instant formSince;

    /** @param onLook told of every look when it ends, and when its form changes */
    public Cover(InstantSource clock, Consumer<Look> onLook) {
        this.clock = clock;
        this.onLook = onLook;
    }

    public ReadOnlyBooleanProperty blurredProperty() {
        return blurred.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty greyProperty() {
        return grey.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty revealsProperty() {
        return reveals.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty seenMillisProperty() {
        return seenMillis.getReadOnlyProperty();
    }

    /** Begins anew with another file: covered, nothing seen. A look that is under way is ended and told first. */
    public void begin(int anotherMedia) {
        coverAll();
        media = anotherMedia;
        seenBefore = 0;
        reveals.set(0);
        seenMillis.set(0);
    }

    /** Lifts the blur until {@link #cover}; asking again while it is lifted changes nothing. */
    public void lift() {
        if (liftedAt == null) {
            liftedAt = clock.instant();
            formSince = liftedAt;
            reveals.set(reveals.get() + 1);
            blurred.set(false);
        }
    }

    /** Puts the blur back and tells of the look. */
    public void cover() {
        if (liftedAt != null) {
            tellForm();
            liftedAt = null;
            formSince = null;
            blurred.set(true);
        }
    }

    /** Puts blur and grey back. */
    public void coverAll() {
        cover();
        grey.set(true);
    }

    public void switchBlur() {
        if (liftedAt == null) {
            lift();
        } else {
            cover();
        }
    }

    public void switchGrey() {
        if (liftedAt != null) {
            tellForm();
            formSince = clock.instant();
        }
        grey.set(!grey.get());
    }

    /** To be called now and then while the blur is lifted: counts what was seen and covers after ten seconds. */
    public void tick() {
        if (liftedAt == null || formSince == null) {
            return;
        }
        Instant now = clock.instant();
        seenMillis.set(seenBefore + Math.max(0, Duration.between(formSince, now).toMillis()));
        if (Duration.between(liftedAt, now).compareTo(LONGEST) >= 0) {
            coverAll();
        }
    }

    private void tellForm() {
        if (formSince == null) {
            return;
        }
        long millis = Math.max(0, Duration.between(formSince, clock.instant()).toMillis());
        seenBefore += millis;
        seenMillis.set(seenBefore);
        onLook.accept(new Look(media, grey.get() ? Look.Form.GREY : Look.Form.COLOUR, millis));
    }
}
