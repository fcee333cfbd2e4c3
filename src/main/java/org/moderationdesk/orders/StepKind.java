package org.moderationdesk.orders;

/** What is done about an order. */
public enum StepKind {
    /** Done as ordered. */
    DONE,
    /** Done in part, and the rest is not going to be. */
    PARTLY,
    /** Cannot be done now, and the authority was told why (regulation 2021/784, Annex III): its clock stands still. */
    IMPOSSIBLE,
    /** The obstacle is gone: its clock begins anew. */
    RESUMED,
    /** Not going to be done, and the authority was told why. */
    DECLINED,
    /** The authority took it back. */
    WITHDRAWN;

    /** Whether nothing is left to be done after it. */
    boolean ends() {
        return this != IMPOSSIBLE && this != RESUMED;
    }
}
