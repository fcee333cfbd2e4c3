package org.moderationdesk.wellbeing;

import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.settings.WellbeingSettings;

/** What a look counts for. A form that is not known here counts as full colour. */
final class Weights {
    private static final long HUNDRED_PERCENT_TWICE = 10_000;

    private final WellbeingSettings settings;

    Weights(WellbeingSettings settings) {
        this.settings = settings;
    }

    static boolean isSevere(Severity severity) {
        return severity.compareTo(Severity.HIGH) >= 0;
    }

    /** Whether the form shows the whole picture as it is. */
    static boolean isWhole(String form) {
        return switch (form) {
            case "LOUPE", "SMALL_GREY", "OUTLINE", "SOUND" -> false;
            default -> true;
        };
    }

    /** Weighted milliseconds. */
    long weigh(Severity severity, String form, long millis) {
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

    private long of(String form) {
        return switch (form) {
            case "GREY", "FRAMES" -> settings.form().grey();
            case "LOUPE", "SOUND" -> settings.form().loupe();
            case "SMALL_GREY" -> settings.form().smallGrey();
            case "OUTLINE" -> settings.form().outline();
            default -> settings.form().colour();
        };
    }
}
