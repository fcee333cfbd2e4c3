package org.moderationdesk.audit.view;

import java.util.function.Consumer;
import org.moderationdesk.audit.ChainLinks;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.audit.LogExport;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.Replays;
import org.moderationdesk.audit.StoredLogViews;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.quality.QualityCards;
import org.moderationdesk.review.view.ReadRooms;
import org.moderationdesk.settings.Settings;

/**
 * What the decision log works with.
 *
 * @param cards asked only for who resolves differences
 * @param reading what a single decision is replayed with
 */
public record LogRooms(
        LogReader reader,
        Replays replays,
        QualityCards cards,
        StoredLogViews views,
        LogExport export,
        Proofs proofs,
        ReadRooms reading,
        Settings settings) {
    /**
     * How the log is proved.
     *
     * @param seesAll whether this person is shown every row of the store, without which no walk can hold rows to the log
     * @param onVerified told each verdict, on the JavaFX thread
     */
    public record Proofs(
            Custody custody,
            boolean seesAll,
            Consumer<Verdict> onVerified,
            Checkpoints checkpoints,
            ChainLinks links) {}
}
