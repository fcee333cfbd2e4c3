package org.moderationdesk.authorities;

/** What a dossier says, in its order. */
public enum DossierPart {
    ADDRESSEE,
    WHAT,
    WHO,
    WHEN,
    WHY,
    CONTENT,
    /** What the addressee would want and the desk does not know. */
    MISSING
}
