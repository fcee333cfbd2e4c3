package org.moderationdesk.quality;

/** How far a second review has come. */
enum Stage {
    WAITING,
    /** Somebody holds it: to them, and to them alone, the first decision is not there. */
    TAKEN,
    /** Answered, and not yet compared with the first. */
    ANSWERED,
    AGREED,
    DIFFERS,
    KEPT,
    OVERTURNED,
    CALIBRATION,
    /** The decision was taken back, or gave way to another, before anybody reviewed it. */
    DROPPED;

    QualityState ofDecision() {
        return switch (this) {
            case WAITING, TAKEN, ANSWERED -> QualityState.WAITING;
            case AGREED -> QualityState.AGREED;
            case DIFFERS -> QualityState.DIFFERS;
            case KEPT -> QualityState.KEPT;
            case OVERTURNED -> QualityState.OVERTURNED;
            case CALIBRATION -> QualityState.CALIBRATION;
            case DROPPED -> QualityState.NOT_SAMPLED;
        };
    }

    /** Whether a second person can still answer it. */
    boolean isOpen() {
        return this == WAITING || this == TAKEN || this == ANSWERED;
    }
}
