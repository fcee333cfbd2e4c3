package org.moderationdesk.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.WindowState;
import org.moderationdesk.settings.view.DeskCare;
import org.moderationdesk.shell.Arrivals;
import org.moderationdesk.shell.ChainState;
import org.moderationdesk.shell.Entrance;
import org.moderationdesk.shell.Unexpected;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.view.DeskField;
import org.moderationdesk.staff.view.IdleLock;
import org.moderationdesk.staff.view.LockLayer;
import org.moderationdesk.wellbeing.WorkSpell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's window from its opening to its end: door, workplace, and an ordered shutdown. JavaFX thread only. */
final class Window implements Arrivals, Wishes, SharedWay.Host, Choices.Host {
    static final List<String> STYLES = List.of(("shell staff guidelines settings retention intake media items queue"
        + " decisions wellbeing review calibration quality insights editions audit practice referrals orders")
            .split(" "));

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final Stage stage;
    private final DeskFolder home;
    private final Preferences preferences;
    private final Surroundings around;
    private Covers covers = new Covers();
    private Subscription focus = Subscription.EMPTY;
    private final Theme theme = new Theme(STYLES);
    private final StackPane root = new StackPane();
    private final StagePlace stagePlace;
    private final Sizes sizes;
    private final WorkSpell spell;
    private Appearance appearance;
    private String place;
    private ChainState chain = new ChainState.NotYet();
    private boolean sample;
    private @Nullable Entrance entrance;
    private @Nullable Store openStore;
    private @Nullable Session session;
    private @Nullable Workplace workplace;
    private @Nullable Path toImport;
    private boolean fillsSample;
    private final Admission admission;
    private final Choices choices;
    private final LockLayer lock;
    private final LeftHere left = new LeftHere();
    private final Parting parting;
    private final Ending ending;
    private final Settling settling;
    private final SharedWay sharedWay;

    Window(Stage stage, DeskFolder home, Preferences preferences, Surroundings around) {
        this.stage = stage;
        this.home = home;
        this.preferences = preferences;
        this.around = around;
        this.appearance = preferences.appearance();
        WindowState state = preferences.window();
        this.stagePlace = new StagePlace(stage, state);
        this.sizes = new Sizes(state.sizes());
        this.spell = new WorkSpell(around.clock());
        this.place = state.place();
        this.settling = new Settling(preferences, around.clock(), this::verified);
        this.sharedWay = new SharedWay(root, this::kit, preferences, settling, home, this);
        this.admission = new Admission(
                root,
                this::kit,
                () -> sample ? DeskField.none() : sharedWay.choices(),
                preferences::support,
                this::enterAgain);
        this.choices = new Choices(preferences, admission, around.background(), settling, this);
        this.lock = new LockLayer(
                root,
                this::kit,
                new IdleLock(choices::lock, around.clock()),
                new Locking(() -> Optional.ofNullable(workplace), admission, this::furnishAnew, this::signOutNow));
        this.parting = new Parting(left, lock.node(), () -> new Texts(appearance.language()));
        this.ending = new Ending(around, this::closeSession);
    }

    /** Starts JavaFX and opens the window; returns at once. */
    static void open(DeskFolder home, boolean sample) {
        var preferences = new Preferences(new Settings(home.settings()));
        Platform.startup(() -> {
            var stage = new Stage();
            new Window(stage, home, preferences, Surroundings.real(stage)).show(sample);
        });
    }

    /** Opens the window on the desk, or on the sample desk within its folder. */
    void show(boolean openSample) {
        Thread.setDefaultUncaughtExceptionHandler(new Unexpected(_ -> tellUnexpected()));
        theme.set(new Look(appearance.dark(), appearance.sizePercent()));
        var scene = new Scene(lock.node());
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle(new Texts(appearance.language()).get("shell.app"));
        stagePlace.apply();
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        focus = stage.focusedProperty().subscribe(focused -> covers.coverUnless(focused));
        ending.watch();
        if (openSample || !sharedWay.beginWhereLast()) {
            enter(openSample);
        }
        lock.start(scene);
        stage.show();
    }

    @Override
    public void openSample() {
        enter(true);
    }

    @Override
    public void arrived(H2Store store, Unlock unlock, @Nullable Path file) {
        openStore = store;
        toImport = file;
        DeskFolder folder = folder();
        around.background()
                .run(
                        () -> settling.own(folder, store, unlock, sample),
                        settled -> {
                            session = settled;
                            fillsSample = true;
                            settled.chores().start(folder, sample, around.clock());
                            admission.begin(settled.desk(), List.of(), this::admitted);
                        },
                        this::unsettled);
    }

    private void admitted() {
        furnish(place);
        if (fillsSample && session != null && workplace != null) {
            fillsSample = false;
            session.fillSample(workplace);
        }
        Path file = toImport;
        toImport = null;
        if (file != null && workplace != null) {
            workplace.importFile(file);
        }
    }

    @Override
    public void openShared() {
        sharedWay.choose();
    }

    @Override
    public void ownDesk() {
        enter(false);
    }

    @Override
    public void arrived(Session opened, Person who) {
        sample = false;
        stage.setTitle(new Texts(appearance.language()).get("shell.app"));
        chain = new ChainState.NotYet();
        session = opened;
        opened.chores().start(opened.folder(), false, around.clock());
        admission.arrived(opened.desk().people(), who, this::admitted);
    }

    @Override
    public void signOut() {
        if (workplace != null) {
            parting.signOut(workplace, this::signOutNow);
        }
    }

    /** From behind the lock nobody is asked anything: the question would stand over the open desk. */
    private void signOutNow() {
        boolean signedIn = admission.isSignedIn();
        leaveDesk(now -> {
            List<String> notes = signedIn ? parting.notes("staff.signed-out") : List.of();
            if (now.shared().isPresent()) {
                closeAnd(() -> sharedWay.begin(notes));
            } else {
                admission.begin(now.desk(), notes, this::admitted);
            }
        });
    }

    @Override
    public void otherDesk() {
        if (workplace != null) {
            parting.signOut(workplace, () -> leaveDesk(_ -> closeAnd(sharedWay::choose)));
        }
    }

    private void leaveDesk(Consumer<Session> then) {
        Workplace leaving = workplace;
        Session now = session;
        if (leaving == null || now == null || isBusy()) {
            return;
        }
        place = leaving.place();
        workplace = null;
        Person who = admission.person();
        root.getChildren().clear();
        if (leaving.isLost()) {
            leaving.stop(_ -> enterAgain());
            return;
        }
        leaving.stop(_ -> around.background()
                .run(() -> admission.offShift(now.desk(), who), _ -> then.accept(now), this::enterAgain));
    }

    /** The store has stopped answering while nobody was in: whatever it was, the window shows a way in again. */
    private void enterAgain(Exception failure) {
        LOG.warn("the store did not answer at the door", Unexpected.wordless(failure));
        enterAgain();
    }

    private void enterAgain() {
        boolean shared = session != null && session.shared().isPresent();
        closeAnd(() -> {
            if (shared) {
                sharedWay.begin(parting.notes("staff.signed-out.lost"));
            } else {
                enter(sample);
            }
        });
    }

    /** Closes the store, well or badly, and goes on. */
    @Override
    public void closeAnd(Runnable then) {
        around.background().run(this::closed, _ -> then.run(), _ -> then.run());
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }

    @Override
    public void change(Appearance wanted) {
        boolean otherLanguage = wanted.language() != appearance.language();
        if (otherLanguage && isBusy()) {
            return;
        }
        appearance = wanted;
        theme.set(new Look(wanted.dark(), wanted.sizePercent()));
        if (otherLanguage && workplace != null) {
            furnishAnew();
        }
        choices.keep(wanted);
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public void settled(Session anew, String said) {
        session = anew;
        furnishAnew();
        Optional.ofNullable(workplace).filter(_ -> !said.isEmpty()).ifPresent(now -> now.say(said));
    }

    Optional<OpenDesk> desk() {
        return Optional.ofNullable(session).map(Session::desk);
    }

    /** As every second by itself. */
    void tickLock() {
        lock.tick();
    }

    @Override
    public void lock() {
        lock.lock();
    }

    @Override
    public void restore() {
        Workplace leaving = workplace;
        if (leaving != null) {
            RestorePermit permit = Custody.requireRestore(admission.person());
            workplace = null;
            leaving.stop(_ -> around.background().run(this::closed, _ -> askForBackup(permit), this::failed));
        } else if (session == null) {
            // From the door, which has this only where there is no store, or none that opens.
            askForBackup(RestorePermit.nobodyToAsk());
        }
    }

    /** Leaves the screens, keeps how the window was, closes the store, and ends; asks first where answers would be lost. */
    void close() {
        parting.close(workplace, this::leave, this::end);
    }

    private void leave() {
        Workplace leaving = workplace;
        if (leaving == null) {
            end();
            return;
        }
        place = leaving.place();
        workplace = null;
        root.getChildren().clear();
        leaving.stop(_ -> {
            if (left.people().isEmpty()) {
                end();
            } else {
                enterAgain();
                close();
            }
        });
    }

    private void end() {
        lock.stop();
        boolean answers = workplace == null || !workplace.isLost();
        if (workplace != null) {
            place = workplace.place();
            workplace.stop(_ -> {});
        }
        WindowState state = stagePlace.now(place, sizes.all());
        stage.hide();
        focus.unsubscribe();
        ending.end(() -> {
            preferences.keep(state);
            if (answers) {
                admission.goHome(session);
            }
        });
    }

    private void enter(boolean openSample) {
        sample = openSample;
        var texts = new Texts(appearance.language());
        stage.setTitle(sample ? texts.get("shell.title", texts.get("shell.sample")) : texts.get("shell.app"));
        var way = new Entrance(kit(), new StoreDoor(folder(), around.clock()), around.files(), this);
        entrance = way;
        root.getChildren().setAll(way.node());
        if (sample) {
            way.beginWithoutAsking();
        } else {
            way.begin();
        }
    }

    private void askForBackup(RestorePermit permit) {
        root.getChildren().setAll(RestoreWay.of(kit(), around, folder(), permit, () -> enter(sample)));
    }

    private void furnish(String where) {
        Session now = session;
        if (now == null) {
            return;
        }
        now.chores().works(admission.person());
        DeskCare care = now.care(admission.person(), this::verified, this::restore);
        var furnishing = new Furnishing(
                theme,
                around.files(),
                sizes,
                preferences.settings(),
                admission.person(),
                sample,
                care,
                spell,
                left.of(now.name(), admission.person().name()));
        var furnished = new Workplace(now.desk(), kit(), furnishing, now.work(), this, admission.isSignedIn());
        workplace = furnished;
        Parent inside = furnished.node();
        root.getChildren().setAll(inside);
        furnished.chain(now.seesWholeLog(admission.person()) ? chain : new ChainState.NotHere());
        furnished.start(where);
        preferences
                .unread()
                .forEach(file -> furnished.say(
                        furnished.texts().get("shell.settings-unread", String.valueOf(file.getFileName()))));
    }

    private void unsettled(Exception failure) {
        around.background().run(this::closed, _ -> {}, this::failed);
        if (entrance != null) {
            entrance.refuse(failure);
        }
    }

    /** The same place and case, with other words or other rooms. */
    private void furnishAnew() {
        Workplace before = workplace;
        if (before == null) {
            furnish(place);
            return;
        }
        String where = before.place();
        before.stop(item -> {
            furnish(where);
            Workplace after = workplace;
            if (after != null) {
                item.ifPresent(after::openItem);
            }
        });
    }

    private void verified(Verdict verdict) {
        var now = around.clock().instant();
        Long broken = verdict.firstBroken();
        chain = broken == null ? new ChainState.Intact(now) : new ChainState.Broken(now, broken);
        if (workplace != null) {
            workplace.chain(chain);
        }
    }

    @Override
    public boolean isBusy() {
        if (workplace != null && workplace.isBusy()) {
            workplace.tell("shell.busy", "shell.busy-wait");
            return true;
        }
        return false;
    }

    @Override
    public void failed(Exception failure) {
        Thread thread = Thread.currentThread();
        new Unexpected(_ -> tellUnexpected()).uncaughtException(thread, failure);
    }

    private void tellUnexpected() {
        if (workplace != null && !workplace.dialogs().isOpen()) {
            workplace.tell("shell.unexpected", "shell.unexpected-safe");
        }
    }

    private boolean closed() {
        closeSession();
        return true;
    }

    private synchronized void closeSession() {
        Session now = session;
        Store store = openStore;
        session = null;
        openStore = null;
        sharedWay.close();
        if (now != null) {
            now.close();
        } else if (store != null) {
            store.close();
        }
    }

    private Kit kit() {
        covers = covers.instead();
        return Kit.of(
                new Texts(appearance.language()), ZoneId.systemDefault(), around.background(), covers, around.clock());
    }

    private DeskFolder folder() {
        return sample ? new DeskFolder(home.home().resolve("sample")) : home;
    }
}
