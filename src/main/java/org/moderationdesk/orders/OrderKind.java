package org.moderationdesk.orders;

/** What is ordered or asked for. */
public enum OrderKind {
    /** Remove, or disable access. */
    REMOVAL,
    /** Hand over what is known. */
    INFORMATION,
    /** Keep what is there until somebody with a warrant asks for it. */
    PRESERVATION,
    /** Destroy what was kept (18 USC 2258B(c)). */
    DESTRUCTION
}
