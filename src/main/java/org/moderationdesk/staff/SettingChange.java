package org.moderationdesk.staff;

import java.util.List;
import java.util.Map;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;

/** A change to how this desk works: by somebody who may, and told to the log. Not for the JavaFX thread. */
public final class SettingChange {
    private final EventLog log;

    public SettingChange(EventLog log) {
        this.log = log;
    }

    /**
     * Keeps it and tells the log.
     *
     * @param right what it takes
     * @param facts what is set, as the log tells it
     * @throws RightRefused without that right; nothing is kept then
     */
    public void keep(Person by, Right right, Map<String, ?> facts, Runnable keeping) {
        Rights.require(by, right);
        keeping.run();
        long unused = log.record(
                by.name(), act -> act.append(new Entry(EventKind.SETTING_CHANGED, null, null, facts, List.of())));
    }
}
