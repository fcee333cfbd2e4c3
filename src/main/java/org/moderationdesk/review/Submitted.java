package org.moderationdesk.review;

import java.util.List;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.items.CaseReport;

/** What became of a decision that was submitted. */
public sealed interface Submitted {
    /** It is in the store and on disk. */
    record Accepted(Recorded decision) implements Submitted {}

    /** The rules refuse it; nothing has changed. */
    record Refused(Judgement judgement) implements Submitted {}

    /** These reports arrived since the person looked; nothing has changed. See {@link Review#refresh}. */
    record NewReports(List<CaseReport> reports) implements Submitted {
        public NewReports {
            reports = List.copyOf(reports);
        }
    }
}
