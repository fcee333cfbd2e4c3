package org.moderationdesk.items;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;

/**
 * A flagged item with what can be worked out before its act: canonical forms and their hashes. Made on any thread, so
 * that the one that holds the log has less to do.
 */
public final class PreparedItem {
    private final FlaggedItem flagged;
    private final Form version;
    private final @Nullable Form account;
    private final @Nullable String textHash;
    private final List<PreparedReport> reports;

    public PreparedItem(FlaggedItem flagged) {
        this.flagged = flagged;
        this.version = Form.of(ItemFields.version(flagged.item()));
        this.account = flagged.item().author() == null
                ? null
                : Form.of(
                        ItemFields.account(Objects.requireNonNull(flagged.item().author())));
        this.textHash = TextHash.of(flagged.item().text());
        this.reports = flagged.reports().stream()
                .map(report -> new PreparedReport(report, Form.of(ItemFields.report(report))))
                .toList();
    }

    public FlaggedItem flagged() {
        return flagged;
    }

    Item item() {
        return flagged.item();
    }

    Form version() {
        return version;
    }

    /** The account as this line alone tells of it; null where it names none. */
    @Nullable
    Form account() {
        return account;
    }

    @Nullable
    String textHash() {
        return textHash;
    }

    List<PreparedReport> reports() {
        return reports;
    }

    /** A report and its canonical form. */
    record PreparedReport(Report report, Form form) {}

    /** Canonical JSON and its SHA-256. */
    record Form(String content, String sha256) {
        static Form of(Object value) {
            return of(CanonicalJson.write(value));
        }

        static Form of(String content) {
            return new Form(content, Sha256.of(content));
        }
    }
}
