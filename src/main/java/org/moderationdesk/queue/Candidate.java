package org.moderationdesk.queue;

/** A case that was found for somebody before their act, and what else they can be offered where others are quicker. */
public final class Candidate {
    final CaseSearch.Offered offered;
    private final CaseRow row;

    Candidate(CaseRow row, CaseSearch.Offered offered) {
        this.row = row;
        this.offered = offered;
    }

    /** As it was then. */
    public CaseRow row() {
        return row;
    }
}
