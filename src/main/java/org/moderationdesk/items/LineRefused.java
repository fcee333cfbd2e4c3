package org.moderationdesk.items;

/** A line of the desk format that is not taken, and why; the line's own words are not repeated. */
public final class LineRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public LineRefused(Reason reason) {
        super(reason.words(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a line is not taken. The words stand in {@code FILE.rejected.jsonl}, for whoever made the file. */
    public enum Reason {
        NOT_UTF8("not UTF-8"),
        NOT_JSON("not JSON"),
        NAME_TWICE("not JSON that can be trusted: an object names a field twice"),
        NOT_AN_OBJECT("not an object"),
        TOO_DEEP("nested deeper than 100"),
        TEXT_TOO_LONG("a text is over 1 MB"),
        LINE_TOO_LONG("the line is over 8 MB"),
        NO_ID("no id"),
        BAD_ID("an id is longer than 200 characters or holds control characters"),
        NO_KIND("no kind"),
        UNKNOWN_KIND("unknown kind"),
        BAD_VERSION("the version is not a whole number from 0 on"),
        NO_REPORT("no report"),
        REPORT_INCOMPLETE("a report needs id, source and at"),
        UNKNOWN_SOURCE("a report has an unknown source"),
        BAD_TIME("a time is not ISO 8601 with a zone"),
        TIME_IN_FUTURE("a time is more than 24 hours after the import started"),
        PATH_OUTSIDE("a path is absolute or leaves the folder of the imported file"),
        LOWER_VERSION("the desk holds a higher version of this item"),
        KIND_CHANGED("the desk holds this item as another kind"),
        NOT_CLEARED("only somebody who has the clearance for child safety can import this item");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
