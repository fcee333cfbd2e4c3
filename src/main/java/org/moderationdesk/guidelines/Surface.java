package org.moderationdesk.guidelines;

/** A place of the platform where the spread of content can be limited. */
public enum Surface {
    SEARCH,
    FOR_YOU
}
