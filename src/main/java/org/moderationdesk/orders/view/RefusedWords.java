package org.moderationdesk.orders.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.orders.OrderRefused;
import org.moderationdesk.staff.RightRefused;

/** Why something of an order was not taken, in words. */
final class RefusedWords {
    private RefusedWords() {}

    static String of(Texts texts, Exception failure) {
        return switch (failure) {
            case OrderRefused refused -> refused.words(texts);
            case RightRefused refused -> refused.words(texts);
            case DocumentUnread _ -> texts.get("orders.document.unread");
            default -> texts.get("orders.failed");
        };
    }

    /** Whether it is the document that was not taken. */
    static boolean isOfDocument(Exception failure) {
        return failure instanceof DocumentUnread
                || failure instanceof OrderRefused refused && refused.why() == OrderRefused.Why.DOCUMENT;
    }
}
