package org.moderationdesk.architecture.planted.db;

public final class RestorePermit {
    private RestorePermit() {}

    public static RestorePermit asked() {
        return new RestorePermit();
    }
}
