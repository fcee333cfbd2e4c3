package org.moderationdesk.wellbeing;

import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.settings.WellbeingSettings;

/** What a look counts for. */
final class Weights {
    private static final long HUNDRED_PERCENT_TWICE = 10_000;

    private final WellbeingSettings settings;

    Weights(WellbeingSettings settings) {
        this.settings = settings;
    }

    static boolean isSevere(Severity severity) {
        return severity.compareTo(Severity.HIGH) >= 0;
    }

    /** Weighted milliseconds. */
    long weigh(Severity severity, LookForm form, long millis) {
        return millis * of(severity) * of(form) / HUNDRED_PERCENT_TWICE;
    }

    private long of(Severity severity) {
        return switch (severity) {
            case LOW -> settings.severity().low();
            case MEDIUM -> settings.severity().medium();
            case HIGH -> settings.severity().high();
            case CRITICAL -> settings.severity().critical();
        };
    }

    private long of(LookForm form) {
        return switch (form) {
            case OUTLINE -> settings.form().outline();
            case SMALL_GREY -> settings.form().smallGrey();
            case LOUPE -> settings.form().loupe();
            case FRAMES -> settings.form().frames();
            case GREY -> settings.form().grey();
            case COLOUR -> settings.form().colour();
            // Words about a file are nothing to be spared.
            case METADATA -> 0;
            case SOUND -> settings.form().sound();
        };
    }
}
