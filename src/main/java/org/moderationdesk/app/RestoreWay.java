package org.moderationdesk.app;

import java.util.Optional;
import javafx.scene.Node;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Restore;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.Store;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.shell.RestoreFlow;

/** The way on which a backup takes the place of a desk's store, once its whole log is verified. */
final class RestoreWay {
    private RestoreWay() {}

    /** @param then goes on to the desk */
    static Node of(Kit kit, Surroundings around, DeskFolder folder, RestorePermit permit, Runnable then) {
        var flow = new RestoreFlow(
                kit,
                around.files(),
                permit,
                new Restore(folder, around.clock()),
                (restored, progress) -> problemOf(restored, progress, kit.texts()),
                then);
        flow.begin();
        return flow.node();
    }

    private static Optional<String> problemOf(Store restored, Progress progress, Texts texts) {
        Verdict verdict = new Verifier(restored, DeskTables.all()).verify(progress);
        return verdict.why(texts);
    }
}
