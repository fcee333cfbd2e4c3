package org.moderationdesk.authorities;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.log.Act;
import org.moderationdesk.referrals.PaperErasure;

/** The documents of a dossier, as they were made and as they came. An entry of the log names each by its hash. */
final class DossierPapers {
    private static final String HAS = "select count(*) from dossier_paper where dossier_id = ? and sha256 = ?";
    private static final String KEEP =
            "insert into dossier_paper (dossier_id, sha256, item_id, body) values (?, ?, ?, ?)";
    private static final String READ = "select body from dossier_paper where dossier_id = ? and sha256 = ?";

    private DossierPapers() {}

    /** Keeps them in the open act, and tells their SHA-256, by which they are found again. */
    static String keep(Act act, String dossierId, String itemId, byte[] bytes) {
        String sha = Sha256.of(bytes);
        boolean there = act.handle()
                        .createQuery(HAS)
                        .bind(0, dossierId)
                        .bind(1, sha)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!there) {
            act.writeOne(KEEP, dossierId, sha, itemId, Base64.getEncoder().encodeToString(bytes));
        }
        return sha;
    }

    /** @throws AuthorityRefused where they were erased */
    static byte[] read(Handle handle, Dossier dossier, String sha, Instant kept) {
        return find(handle, dossier, sha, kept).orElseThrow(() -> new AuthorityRefused(Why.PAPERS_ERASED));
    }

    /**
     * Those of a dossier by their SHA-256; empty where they were erased.
     *
     * @param kept when they were put here
     * @throws IllegalStateException where they are gone otherwise, or are not what they were
     */
    static Optional<byte[]> find(Handle handle, Dossier dossier, String sha, Instant kept) {
        Optional<byte[]> bytes = handle.createQuery(READ)
                .bind(0, dossier.id())
                .bind(1, sha)
                .mapTo(String.class)
                .findOne()
                .map(Base64.getDecoder()::decode);
        if (bytes.isEmpty()
                && PaperErasure.since(handle, dossier.itemId(), kept).isEmpty()) {
            throw new IllegalStateException("a paper of a dossier is gone");
        }
        if (bytes.isPresent() && !sha.equals(Sha256.of(bytes.get()))) {
            throw new IllegalStateException("a paper of a dossier was altered");
        }
        return bytes;
    }
}
