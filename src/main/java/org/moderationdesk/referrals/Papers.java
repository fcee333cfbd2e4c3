package org.moderationdesk.referrals;

import java.util.Base64;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.log.Act;
import org.moderationdesk.referrals.FilingRefused.Why;

/** The bytes of a filing, as they were sent and as they came. An entry of the log names each by its hash. */
final class Papers {
    private static final String HAS = "select count(*) from filing_paper where filing_id = ? and sha256 = ?";
    private static final String KEEP =
            "insert into filing_paper (filing_id, sha256, item_id, body) values (?, ?, ?, ?)";
    private static final String READ = "select body from filing_paper where filing_id = ? and sha256 = ?";

    private Papers() {}

    /** Keeps them in the open act, and tells their SHA-256, by which they are found again. */
    static String keep(Act act, String filingId, String itemId, byte[] bytes) {
        String sha = Sha256.of(bytes);
        if (act.handle()
                        .createQuery(HAS)
                        .bind(0, filingId)
                        .bind(1, sha)
                        .mapTo(Integer.class)
                        .one()
                == 0) {
            act.handle()
                    .execute(KEEP, filingId, sha, itemId, Base64.getEncoder().encodeToString(bytes));
        }
        return sha;
    }

    /**
     * Those of a filing by their SHA-256.
     *
     * @throws FilingRefused where they were erased
     * @throws IllegalStateException where they are gone otherwise, or are not what they were
     */
    static byte[] read(Handle handle, Filing filing, String sha) {
        byte[] bytes = handle.createQuery(READ)
                .bind(0, filing.id())
                .bind(1, sha)
                .mapTo(String.class)
                .findOne()
                .map(Base64.getDecoder()::decode)
                .orElseThrow(() ->
                        PaperErasure.since(handle, filing.itemId(), filing.at()).isPresent()
                                ? new FilingRefused(Why.PAPERS_ERASED)
                                : new IllegalStateException("a paper of a filing is gone"));
        if (!sha.equals(Sha256.of(bytes))) {
            throw new IllegalStateException("a paper of a filing was altered");
        }
        return bytes;
    }
}
