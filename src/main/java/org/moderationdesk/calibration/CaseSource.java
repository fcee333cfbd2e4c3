package org.moderationdesk.calibration;

/** Why a case is in a calibration session. */
public enum CaseSource {
    /** Somebody named its decision. */
    ADDED,
    /** A second review differed from the first decision, and was left to the team. */
    DIFFERENCE,
    /** One of its clauses is unclear: people answer it differently. */
    UNCLEAR_CLAUSE
}
