package org.moderationdesk.app;

import static org.moderationdesk.app.TourWindow.Modifier.ALT;
import static org.moderationdesk.app.TourWindow.Modifier.SHORTCUT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.SharedDesks;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.Person;

/** A scripted review in the real window, on a sample store of its own, in both languages, light and dark. */
final class Tour {
    private static final String NOOR = "Noor de Wit";
    private static final String PASSWORD = "a calm grey heron";
    /** Nothing listens at the discard port. */
    private static final String NOBODY_THERE = "jdbc:postgresql://localhost:9/desk";

    private final Path pictures;
    private int taken;

    private Tour(Path pictures) {
        this.pictures = pictures;
    }

    /** Plays it on the headless platform and answers with how many pictures it left. */
    static int play(Path pictures) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        startFx();
        var tour = new Tour(pictures);
        try {
            for (Language language : Language.values()) {
                tour.play(language, false);
                tour.play(language, true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Platform.exit();
        }
        return tour.taken;
    }

    private void play(Language language, boolean dark) throws IOException {
        Path home = Files.createTempDirectory("moderation-desk-tour");
        String look = (dark ? "dark" : "light") + "-" + language.tag();
        try {
            var folder = new DeskFolder(home);
            settings(folder, new Appearance(language, dark, 100));
            try (var window = new TourWindow(folder, false)) {
                take(window, "first-start", look);
            }
            shared(home.resolve("shared"), new Appearance(language, dark, 100), look);
            try (var window = new TourWindow(folder, true)) {
                window.size(1440, 900);
                review(window, look, language);
                around(window, look, language);
            }
        } finally {
            delete(home);
        }
    }

    /** The way to a team's desk, on a server that is not there. */
    private void shared(Path home, Appearance appearance, String look) throws IOException {
        var folder = new DeskFolder(home);
        settings(folder, appearance).write("desks", SharedDesks.none().with(new SharedDesks.Known(NOBODY_THERE, null)));
        try (var window = new TourWindow(folder, false)) {
            window.size(1440, 900);
            window.type("noor");
            window.focus("#sign-in-password");
            window.type(PASSWORD);
            window.key(KeyCode.ENTER);
            both(window, "sign-in-shared", look);
        }
    }

    /** How the desk looks from its first picture on, and whom people who work at it can talk to. */
    private static Settings settings(DeskFolder folder, Appearance appearance) {
        var settings = new Settings(folder.settings());
        settings.write("appearance", appearance);
        settings.write(
                "support",
                new SupportSettings(
                        appearance.language() == Language.NL
                                ? "Mila de Groot, toestel 204, werkdagen 9-17 uur"
                                : "Mila de Groot, extension 204, weekdays 9 to 5"));
        settings.write("reporter", TourReport.REPORTER);
        return settings;
    }

    private void review(TourWindow window, String look, Language language) throws IOException {
        take(window, "queue", look);
        window.key(KeyCode.SLASH);
        window.type("museum");
        window.key(KeyCode.ENTER);
        window.key(KeyCode.ENTER);
        take(window, "review", look);
        window.key(KeyCode.Y);
        window.key(KeyCode.D);
        window.key(KeyCode.DOWN);
        window.key(KeyCode.N);
        window.key(KeyCode.N, TourWindow.Modifier.SHIFT);
        window.key(KeyCode.DIGIT4);
        window.key(KeyCode.R);
        window.type(
                language == Language.NL
                        ? "Te zien zonder veilige omgeving; nodigt uit tot nadoen."
                        : "Seen without a safe setting; invites viewers to copy it.");
        both(window, "decision", look);
        window.key(KeyCode.ENTER, SHORTCUT);
        take(window, "recorded", look);
        window.loseStore();
        take(window, "lost", look);
        window.size(1100, 700);
        window.loseStore();
        take(window, "lost-small", look);
        window.size(1440, 900);
    }

    private void wellbeing(TourWindow window, String look, Language language) throws IOException {
        window.key(KeyCode.K, SHORTCUT);
        window.type(language == Language.NL ? "Mijn dag" : "My day");
        window.key(KeyCode.ENTER);
        both(window, "my-day", look);
        window.size(1100, 700);
        window.key(KeyCode.B, SHORTCUT);
        take(window, "break-small", look);
        window.size(1440, 900);
        window.key(KeyCode.B, SHORTCUT);
        window.key(KeyCode.DIGIT1, SHORTCUT);
        window.key(KeyCode.B, SHORTCUT);
        window.key(KeyCode.LEFT);
        for (int i = 0; i < 60; i++) {
            window.key(KeyCode.DOWN);
        }
        take(window, "break", look);
        window.key(KeyCode.B, SHORTCUT);
    }

    private void around(TourWindow window, String look, Language language) throws IOException {
        window.key(KeyCode.K, SHORTCUT);
        window.type("5.3");
        take(window, "palette", look);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.F1);
        take(window, "keys", look);
        window.key(KeyCode.ESCAPE);
        wellbeing(window, look, language);
        window.key(KeyCode.DIGIT2, SHORTCUT);
        take(window, "guidelines", look);
        window.key(KeyCode.DIGIT3, SHORTCUT);
        take(window, "settings", look);
        settings(window, look, "team", 0.7);
        targets(window, look);
        settings(window, look, "data", 0.83);
        settings(window, look, "store", 1);
        queues(window, look, language);
        referrals(window, look, language);
        dossier(window, look, language);
        people(window, look, language);
    }

    /** What was referred, and the form of a report. */
    private void referrals(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourColleague(desk, language).refer(Person.alone("Bram Visser")));
        window.fire("#rail-referrals");
        take(window, "referrals", look);
        window.fire("#referral-open");
        take(window, "referral-form", look);
        window.size(1100, 700);
        take(window, "referral-form-small", look);
        window.key(KeyCode.F4);
        take(window, "referral-classes-small", look);
        window.key(KeyCode.ESCAPE);
        window.size(1440, 900);
        TourReport.walk(
                window, screen -> both(window, screen, look), desk -> new TourReport(desk, Person.alone("Bram Visser"))
                        .saveMeanwhile());
        orders(window, look, language);
    }

    /** What authorities order, and what is preserved. */
    private void orders(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourOrders(desk, language, Person.alone("Bram Visser")).make());
        window.key(KeyCode.DIGIT2, ALT);
        window.key(KeyCode.F5);
        both(window, "orders", look);
        window.key(KeyCode.ENTER, SHORTCUT);
        both(window, "order-answer", look);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.N, SHORTCUT);
        both(window, "order-form", look);
        window.fire("#dialog-act");
        take(window, "order-form-faults", look);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.DIGIT3, ALT);
        both(window, "preserved", look);
        window.key(KeyCode.D);
        both(window, "preserved-destroy", look);
        window.key(KeyCode.ESCAPE);
    }

    /** A dossier for the police: what would be in it, made, sent and erased; and a call to emergency services. */
    private void dossier(TourWindow window, String look, Language language) throws IOException {
        Person bram = Person.alone("Bram Visser");
        window.meanwhile(desk -> new TourDossier(desk, language).refer(bram, ReferralTarget.JUDICIAL_AUTHORITY));
        TourDossier.walk(window, screen -> both(window, screen, look));
        window.meanwhile(desk -> new TourDossier(desk, language).destroy(bram));
        TourDossier.walkErased(window, screen -> both(window, screen, look));
        window.meanwhile(desk -> new TourDossier(desk, language).refer(bram, ReferralTarget.EMERGENCY_SERVICES));
        TourDossier.walkEmergency(window, screen -> both(window, screen, look));
    }

    /** To whom things are referred, and the form of one of them. */
    private void targets(TourWindow window, String look) throws IOException {
        settings(window, look, "targets", 0.414);
        window.fire("#target-change-NCMEC");
        both(window, "target-form", look);
        window.key(KeyCode.ESCAPE);
    }

    private void settings(TourWindow window, String look, String part, double at) throws IOException {
        window.scroll("#settings", at);
        take(window, "settings-" + part, look);
        window.size(1100, 700);
        window.scroll("#settings", at);
        take(window, "settings-" + part + "-small", look);
        window.size(1440, 900);
    }

    private void queues(TourWindow window, String look, Language language) throws IOException {
        window.key(KeyCode.K, SHORTCUT);
        window.type(language == Language.NL ? "Wachtrijen" : "Queues");
        window.key(KeyCode.ENTER);
        window.key(KeyCode.N, SHORTCUT);
        window.key(KeyCode.D, SHORTCUT);
        both(window, "queues", look);
    }

    /** The lock, the first person of the desk, and what they find when the desk asks who they are. */
    private void people(TourWindow window, String look, Language language) throws IOException {
        window.key(KeyCode.L, SHORTCUT);
        both(window, "locked", look);
        window.key(KeyCode.F1);
        both(window, "locked-keys", look);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.ENTER);
        window.key(KeyCode.DIGIT4, SHORTCUT);
        take(window, "people-alone", look);
        window.fire("#rail-approvals");
        take(window, "approvals-alone", look);
        window.key(KeyCode.DIGIT4, SHORTCUT);
        window.fire("#people-first");
        window.focus("#person-name");
        window.type(NOOR);
        window.focus("#person-password");
        window.type(PASSWORD);
        window.focus("#person-again");
        window.type(PASSWORD);
        both(window, "people-first", look);
        window.fire("#dialog-act");
        both(window, "sign-in", look);
        window.key(KeyCode.F1);
        both(window, "sign-in-keys", look);
        window.key(KeyCode.ESCAPE);
        window.type(NOOR);
        window.focus("#sign-in-password");
        window.type(PASSWORD);
        window.key(KeyCode.ENTER);
        window.key(KeyCode.F5);
        both(window, "people", look);
        window.fire("#people-add");
        both(window, "person-form", look);
        window.key(KeyCode.ESCAPE);
        approvals(window, look, language);
        calibration(window, look, language);
        quality(window, look, language);
        practice(window, look, language);
        decisions(window, look, language);
        insights(window, look);
        precedents(window, look, language);
        editions(window, look, language);
        stopped(window, look);
        window.key(KeyCode.L, SHORTCUT);
        both(window, "locked-person", look);
    }

    /** A report that did not arrive; last, since the desk says so over every screen. */
    private void stopped(TourWindow window, String look) throws IOException {
        window.meanwhile(desk -> new TourReport(desk, Person.alone("Bram Visser")).stop());
        window.fire("#rail-referrals");
        window.key(KeyCode.DIGIT1, ALT);
        window.key(KeyCode.F5);
        window.focus("#referrals-list");
        window.key(KeyCode.HOME);
        // Two calls to emergency services come before it.
        window.key(KeyCode.J);
        window.key(KeyCode.J);
        window.key(KeyCode.ENTER);
        both(window, "referral-stopped", look);
        window.key(KeyCode.G, ALT);
        both(window, "referral-sending", look);
    }

    /** What a colleague has decided meanwhile and waits for the person at the desk. */
    private void approvals(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourColleague(desk, language).decide());
        window.fire("#rail-approvals");
        window.key(KeyCode.F5);
        both(window, "approvals", look);
        window.key(KeyCode.Q);
        window.type(language == Language.NL ? "Is het mes wel echt?" : "Is it a real knife?");
        both(window, "approvals-question", look);
        window.key(KeyCode.ESCAPE);
        window.fire("#notices");
        both(window, "notices", look);
        window.key(KeyCode.ESCAPE);
    }

    /** Cases that several are to decide apart. */
    private void calibration(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourColleague(desk, language).ask(NOOR));
        window.fire("#rail-calibration");
        window.key(KeyCode.F5);
        window.key(KeyCode.J);
        window.key(KeyCode.ENTER);
        both(window, "calibration", look);
        window.key(KeyCode.N, SHORTCUT);
        take(window, "calibration-new", look);
        window.key(KeyCode.ESCAPE);
    }

    /** What is different in an edition of the guidelines that is announced. */
    private void editions(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourColleague(desk, language).announce(NOOR));
        window.key(KeyCode.G, SHORTCUT, TourWindow.Modifier.SHIFT);
        window.key(KeyCode.F5);
        window.key(KeyCode.J);
        both(window, "editions", look);
    }

    /** A set that is practised, what a trainer sees of it, and hidden tests. */
    private void practice(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourPractice(desk, language, NOOR, "Bram Visser", "Ines Koster").make());
        window.meanwhile(desk -> new TourTests(desk, language, NOOR).make());
        window.fire("#rail-practice");
        window.key(KeyCode.F5);
        both(window, "practice-sets", look);
        TourPractice.walk(window, screen -> both(window, screen, look));
        window.key(KeyCode.H, ALT);
        both(window, "hidden-placed", look);
        window.key(KeyCode.DIGIT2, ALT);
        both(window, "hidden-answered", look);
        window.key(KeyCode.DIGIT3, ALT);
        both(window, "hidden-people", look);
        window.key(KeyCode.LEFT, ALT);
    }

    /** A blind second review, a difference, the plan, and what was said about a decision. */
    private void quality(TourWindow window, String look, Language language) throws IOException {
        window.meanwhile(desk -> new TourQuality(desk, language, NOOR, "Bram Visser", "Ines Koster").make());
        window.fire("#rail-quality");
        window.key(KeyCode.F5);
        window.key(KeyCode.ENTER, SHORTCUT);
        both(window, "quality-second", look);
        window.key(KeyCode.S);
        window.key(KeyCode.D, ALT);
        window.key(KeyCode.DIGIT2);
        both(window, "quality-differences", look);
        window.key(KeyCode.P, ALT);
        window.key(KeyCode.D, SHORTCUT);
        both(window, "quality-plan", look);
        window.key(KeyCode.R, ALT);
        window.fire("#quality-everybody");
        both(window, "quality-replies", look);
    }

    private void both(TourWindow window, String screen, String look) throws IOException {
        take(window, screen, look);
        window.size(1100, 700);
        take(window, screen + "-small", look);
        window.size(1440, 900);
    }

    /** The figures from their head to their foot. */
    private void insights(TourWindow window, String look) throws IOException {
        window.fire("#rail-insights");
        both(window, "insights", look);
        for (int half = 1; half <= 2; half++) {
            window.scroll("#insights-page", half / 2.0);
            take(window, "insights-" + half, look);
            window.size(1100, 700);
            window.scroll("#insights-page", half / 2.0);
            take(window, "insights-" + half + "-small", look);
            window.size(1440, 900);
        }
    }

    /** What the team has ruled on cases like this one, while it is decided. */
    private void precedents(TourWindow window, String look, Language language) throws IOException {
        var alike = new AtomicReference<>("");
        window.meanwhile(desk -> alike.set(new TourPrecedents(desk, language, NOOR, "Bram Visser", "Ines Koster")
                .make()
                .orElseThrow()));
        window.key(KeyCode.DIGIT1, SHORTCUT);
        window.key(KeyCode.SLASH);
        window.key(KeyCode.A, SHORTCUT);
        window.type(alike.get());
        window.key(KeyCode.ENTER);
        window.key(KeyCode.ENTER);
        window.key(KeyCode.Y);
        both(window, "precedents", look);
        window.key(KeyCode.P, TourWindow.Modifier.SHIFT);
        window.pictureAbove(file("precedents-above", look));
        taken++;
        window.key(KeyCode.P, TourWindow.Modifier.SHIFT);
        window.key(KeyCode.N, TourWindow.Modifier.SHIFT);
        window.key(KeyCode.DIGIT3);
        both(window, "precedents-caution", look);
    }

    /** The log of what was decided, one decision of it, its item as it was then, and one that was reviewed twice. */
    private void decisions(TourWindow window, String look, Language language) throws IOException {
        window.fire("#rail-decisions");
        take(window, "decisions", look);
        window.key(KeyCode.J);
        window.key(KeyCode.ENTER);
        take(window, "decisions-open", look);
        window.size(1100, 700);
        take(window, "decisions-small", look);
        window.size(1440, 900);
        window.key(KeyCode.V);
        both(window, "decisions-item", look);
        window.key(KeyCode.V);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.Q);
        window.type(language == Language.NL ? "Verschilt" : "Differs");
        window.key(KeyCode.ENTER);
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.ENTER);
        both(window, "decisions-second", look);
        window.key(KeyCode.D);
        take(window, "decisions-difference", look);
    }

    private void take(TourWindow window, String screen, String look) throws IOException {
        window.picture(file(screen, look));
        taken++;
    }

    private Path file(String screen, String look) {
        return pictures.resolve("%s-%s.png".formatted(screen, look).toLowerCase(Locale.ROOT));
    }

    private static void startFx() {
        var started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
