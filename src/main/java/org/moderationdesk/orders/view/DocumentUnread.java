package org.moderationdesk.orders.view;

import java.io.IOException;

/** A file that somebody chose cannot be read. Its message names nothing: it may reach a log. */
final class DocumentUnread extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentUnread(IOException cause) {
        super("document unread: " + cause.getClass().getName());
    }
}
