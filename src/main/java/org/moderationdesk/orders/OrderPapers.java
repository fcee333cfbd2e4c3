package org.moderationdesk.orders;

import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.log.Act;

/** Documents of orders and answers as they came and went. An entry of the log names each by its hash. */
final class OrderPapers {
    private static final String KEEP = "insert into authority_order_paper (order_id, sha256, body) values (?, ?, ?)";
    private static final String READ = "select body from authority_order_paper where order_id = ? and sha256 = ?";

    private OrderPapers() {}

    /** Keeps it in the open act, and tells its SHA-256; null for none. */
    static @Nullable String keep(Act act, String orderId, byte @Nullable [] document) {
        if (document == null) {
            return null;
        }
        String sha = Sha256.of(document);
        if (read(act.handle(), orderId, sha).isEmpty()) {
            act.writeOne(KEEP, orderId, sha, Base64.getEncoder().encodeToString(document));
        }
        return sha;
    }

    /** @throws IllegalStateException where it is not what it was */
    static Optional<byte[]> read(Handle handle, String orderId, String sha) {
        Optional<byte[]> bytes = handle.createQuery(READ)
                .bind(0, orderId)
                .bind(1, sha)
                .mapTo(String.class)
                .findOne()
                .map(Base64.getDecoder()::decode);
        if (bytes.isPresent() && !sha.equals(Sha256.of(bytes.get()))) {
            throw new IllegalStateException("a paper of an order was altered");
        }
        return bytes;
    }
}
