package org.moderationdesk.audit;

/** In which form rows are written. */
public enum ExportForm {
    /** A JSON object a line. */
    JSONL,
    /** RFC 4180, safe to open in a spreadsheet. */
    CSV
}
