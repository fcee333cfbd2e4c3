package org.moderationdesk.architecture.planted.review;

import java.util.function.Supplier;
import org.moderationdesk.architecture.planted.db.RestorePermit;

/** Asks nobody, and says that it was asked. */
public final class PermitsItself {
    public RestorePermit restores() {
        return RestorePermit.asked();
    }

    public Supplier<RestorePermit> permits() {
        return RestorePermit::asked;
    }
}
