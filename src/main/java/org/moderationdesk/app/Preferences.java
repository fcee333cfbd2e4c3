package org.moderationdesk.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.EstablishmentSettings;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.NoticeSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.SettingsProblem;
import org.moderationdesk.settings.SharedDesks;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.settings.WindowState;

/** The settings of one desk as they are read at its start; a file that cannot be read is left alone and named. */
final class Preferences {
    private static final String APPEARANCE = "appearance";
    private static final String WINDOW = "window";
    private static final String QUEUE = "queue";
    private static final String DECISIONS = "decisions";
    private static final String SAFE_VIEW = "safe-view";
    private static final String WELLBEING = "wellbeing";
    private static final String LOCK = "lock";
    private static final String DESKS = "desks";
    private static final String REPORTER = "reporter";
    private static final String ESTABLISHMENT = "establishment";
    private static final String SUPPORT = "support";
    private static final String REFERRALS = "referrals";
    private static final String NOTICES = "notices";

    private final Settings settings;
    private final List<Path> unread = new ArrayList<>();
    private volatile SupportSettings support;

    Preferences(Settings settings) {
        this.settings = settings;
        this.support = read(SUPPORT, SupportSettings.class, SupportSettings.none());
    }

    Settings settings() {
        return settings;
    }

    Appearance appearance() {
        Appearance usual = Appearance.defaults();
        return read(
                APPEARANCE, Appearance.class, new Appearance(Main.ownLanguage(), usual.dark(), usual.sizePercent()));
    }

    void keep(Appearance appearance) {
        settings.write(APPEARANCE, appearance);
    }

    WindowState window() {
        return read(WINDOW, WindowState.class, WindowState.defaults());
    }

    void keep(WindowState window) {
        settings.write(WINDOW, window);
    }

    /** How this person likes content to open. */
    SafeView safeView() {
        return read(SAFE_VIEW, SafeView.class, SafeView.defaults());
    }

    void keep(SafeView safeView) {
        settings.write(SAFE_VIEW, safeView);
    }

    LockSettings lock() {
        return read(LOCK, LockSettings.class, LockSettings.defaults());
    }

    void keep(LockSettings lock) {
        settings.write(LOCK, lock);
    }

    /** The shared desks that were opened from here. */
    SharedDesks desks() {
        return read(DESKS, SharedDesks.class, SharedDesks.none());
    }

    void keep(SharedDesks desks) {
        settings.write(DESKS, desks);
    }

    /** Who reports to NCMEC from here. */
    ReporterSettings reporter() {
        return read(REPORTER, ReporterSettings.class, ReporterSettings.none());
    }

    /** Where whoever runs this desk is established. */
    EstablishmentSettings establishment() {
        return read(ESTABLISHMENT, EstablishmentSettings.class, EstablishmentSettings.defaults());
    }

    void keep(ReporterSettings reporter, ReferralSettings times) {
        settings.write(REPORTER, reporter);
        settings.write(REFERRALS, times);
    }

    /** What this desk says of itself to people concerned. */
    NoticeSettings notices() {
        return read(NOTICES, NoticeSettings.class, NoticeSettings.none());
    }

    void keep(NoticeSettings notices) {
        settings.write(NOTICES, notices);
    }

    /** How soon referrals are to go out. */
    ReferralSettings referrals() {
        return read(REFERRALS, ReferralSettings.class, ReferralSettings.defaults());
    }

    /** Whom people can talk to, as read at the start or kept since: for any thread. */
    SupportSettings support() {
        return support;
    }

    void keep(SupportSettings wanted) {
        settings.write(SUPPORT, wanted);
        support = wanted;
    }

    WorkSettings work() {
        return new WorkSettings(
                read(QUEUE, QueueSettings.class, QueueSettings.defaults()),
                read(DECISIONS, DecisionSettings.class, DecisionSettings.defaults()),
                read(WELLBEING, WellbeingSettings.class, WellbeingSettings.defaults()));
    }

    void keep(WorkSettings work) {
        settings.write(QUEUE, work.queue());
        settings.write(DECISIONS, work.decisions());
        settings.write(WELLBEING, work.wellbeing());
    }

    /** Files that are there and could not be read. */
    List<Path> unread() {
        return List.copyOf(unread);
    }

    private <T extends Record> T read(String topic, Class<T> type, T usual) {
        try {
            return settings.read(topic, type, usual);
        } catch (SettingsProblem problem) {
            unread.add(problem.file());
            return usual;
        }
    }
}
