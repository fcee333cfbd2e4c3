package org.moderationdesk.calibration;

/** A decision whose case a session is to be about. */
public record Disputed(String decisionId, CaseSource source) {
    public Disputed {
        if (decisionId.isBlank() || decisionId.length() > 36) {
            throw new IllegalArgumentException("not a decision's id");
        }
    }
}
