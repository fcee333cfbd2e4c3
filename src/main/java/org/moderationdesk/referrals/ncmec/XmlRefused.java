package org.moderationdesk.referrals.ncmec;

/** Bytes that are no XML, or XML that the desk does not read. Says nothing of what stood there. */
public final class XmlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public XmlRefused() {
        super("not a document that can be read");
    }
}
