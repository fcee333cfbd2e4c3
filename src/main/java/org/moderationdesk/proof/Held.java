package org.moderationdesk.proof;

import java.time.Instant;
import org.moderationdesk.base.Texts;

/** What came of holding a log to a checkpoint, or an entry to a proof. */
public sealed interface Held {
    /** The log begins with exactly what the checkpoint was made of. */
    record Holds(long size, Instant at) implements Held {}

    /** It does not, for this reason. */
    record Differs(Why why, long size) implements Held {}

    /** Why a log and a checkpoint do not fit. */
    enum Why {
        /** The file is no checkpoint, or was cut or changed in its form. */
        UNREADABLE,
        /** Another log's. */
        OTHER_LOG,
        /** Not signed with this log's key, or changed since it was. */
        NOT_SIGNED,
        /** The log has fewer entries than the checkpoint counts: entries were taken away, or this is an older copy. */
        SHORTER,
        /** An entry that the checkpoint was made of is another now. */
        REWRITTEN
    }

    default boolean holds() {
        return this instanceof Holds;
    }

    /** As one sentence. */
    default String words(Texts texts) {
        return switch (this) {
            case Holds(long size, Instant at) -> texts.get("proof.holds", size, at.toString());
            case Differs(Why why, long size) -> texts.get("proof.differs." + why.name(), size);
        };
    }
}
