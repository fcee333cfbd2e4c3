package org.moderationdesk.review;

import java.time.Duration;
import java.util.Set;
import org.moderationdesk.media.LookForm;

/**
 * Leave to show one sealed file once: it is in the log before it can be had. Only {@link Review#openSealed} gives one.
 */
public final class SealedOpening {
    /** For how long it may be shown; so long it counts unless its end is told. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    /** The forms in which sealed content may be seen. */
    public static final Set<LookForm> FORMS = Set.of(LookForm.OUTLINE, LookForm.SMALL_GREY, LookForm.GREY);

    private final Opened opened;
    private final String look;
    private final int media;
    private final LookForm form;

    SealedOpening(Opened opened, String look, int media, LookForm form) {
        this.opened = opened;
        this.look = look;
        this.media = media;
        this.form = form;
    }

    public Opened opened() {
        return opened;
    }

    /** Index of the item's media file. */
    public int media() {
        return media;
    }

    public LookForm form() {
        return form;
    }

    String look() {
        return look;
    }
}
