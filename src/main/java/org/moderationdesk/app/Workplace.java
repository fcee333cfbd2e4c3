package org.moderationdesk.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Awaiting;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.emergency.view.EmergencyDialog;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.view.GuidelinesScreen;
import org.moderationdesk.intake.view.ImportFlow;
import org.moderationdesk.items.view.AheadOfTime;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.referrals.view.TroubleBar;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ReviewDesk;
import org.moderationdesk.review.view.ReviewModel;
import org.moderationdesk.review.view.ReviewScreen;
import org.moderationdesk.settings.view.StoreCare;
import org.moderationdesk.shell.ChainState;
import org.moderationdesk.shell.DeskFacts;
import org.moderationdesk.shell.Destination;
import org.moderationdesk.shell.Frame;
import org.moderationdesk.shell.Navigator;
import org.moderationdesk.shell.Palette;
import org.moderationdesk.shell.PaletteEntry;
import org.moderationdesk.shell.PaletteSource;
import org.moderationdesk.shell.Rail;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.shell.TopBar;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.view.LockedDesk;
import org.moderationdesk.staff.view.OwnPassword;
import org.moderationdesk.staff.view.RoleWords;
import org.moderationdesk.wellbeing.view.BreakLayer;
import org.moderationdesk.wellbeing.view.MyDayScreen;
import org.moderationdesk.wellbeing.view.WellbeingBar;
import org.moderationdesk.wellbeing.view.WellbeingModel;

/** The window's inside for one open desk in one language: its screens, and the frame around them. */
final class Workplace {
    private static final String MY_DAY = "my-day";
    /** How long an item that is opened has the decoder before the next one is prepared. */
    private static final Duration FIRST_TO_ITSELF = Duration.ofMillis(1_200);

    private final OpenDesk desk;
    private final Lifeline lifeline;
    private final Kit kit;
    private final Texts texts;
    private final Furnishing furnishing;
    private final Wishes wishes;
    private final AppearanceSteps appearance;
    private final boolean signedIn;
    private final StackPane layer = new StackPane();
    private final Dialogs dialogs;
    private final StatusBar statusBar;
    private final ImportFlow imports;
    private final GuidelinesScreen guidelines;
    private final ReviewModel reviewing;
    private final ReviewScreen review;
    private final WellbeingModel care;
    private final WellbeingBar careBar;
    private final BreakLayer breaks;
    private final EmergencyDialog emergency;
    private final Corners corners;
    private final Navigator navigator;
    private final Frame frame;

    /** @param signedIn whether the person has signed in, and so has a password and can sign out */
    Workplace(OpenDesk desk, Kit plain, Furnishing furnishing, WorkSettings work, Wishes wishes, boolean signedIn) {
        this.desk = desk;
        this.lifeline = new Lifeline(desk.store(), plain);
        this.kit = lifeline.kit();
        this.texts = plain.texts();
        this.furnishing = furnishing;
        this.wishes = wishes;
        this.appearance = new AppearanceSteps(wishes);
        this.signedIn = signedIn;
        this.dialogs = new Dialogs(layer, texts);
        this.statusBar = new StatusBar(kit, this::facts);
        this.imports = new ImportFlow(kit, dialogs, furnishing.files(), statusBar, desk.intake(), furnishing.person());
        this.guidelines = new GuidelinesScreen(desk.book(), texts, furnishing.sizes());
        this.care = new WellbeingModel(
                desk.wellbeing(),
                furnishing.person(),
                furnishing.spell(),
                work::wellbeing,
                kit.background(),
                kit.clock());
        this.careBar = new WellbeingBar(texts, care);
        this.breaks = new BreakLayer(layer, kit, care, this::ofTheCase);
        this.reviewing = new ReviewModel(reviewDesk(work), kit.background(), kit.clock());
        this.review = new ReviewScreen(reviewing, kit, dialogs, statusBar, this::openClause);
        furnishing.sizes().remember(review.volumeProperty(), "player.volume");
        this.emergency = new EmergencyDialog(
                kit,
                dialogs,
                () -> desk.emergencies(wishes.choices().establishment().state()),
                furnishing.person());
        var ways = new Corners.Ways(this::goTo, this::openClause, this::goToItem, this::isBusy, wishes);
        this.corners = new Corners(desk, kit, furnishing, dialogs, statusBar, ways);
        corners.calibration().advise(reviewing, review);
        corners.countTowards(care);
        corners.approvals().workingProperty().subscribe(people -> review.peopleProperty()
                .set(people));
        guidelines.changes(texts.get("editions.what-changed"), "Alt+E", this::goToChanges);
        this.navigator = new Navigator(
                destinations(work), List.of(myDay(), corners.editions().place()));
        var everywhere = new Keys(texts.get("shell.key.everywhere"));
        this.frame = new Frame(texts, navigator, dialogs, everywhere, kit.covers());
        furnish(everywhere);
    }

    Parent node() {
        return breaks.node();
    }

    Texts texts() {
        return texts;
    }

    void tell(String titleKey, String sentenceKey) {
        dialogs.tell(texts.get(titleKey), texts.get(sentenceKey));
    }

    Dialogs dialogs() {
        return dialogs;
    }

    /** Goes to a place and starts the clock. */
    void start(String place) {
        navigator.go(place);
        statusBar.start();
        careBar.start();
        corners.start();
        lifeline.start(this::changed, reviewing::storeGone);
        reviewing.bringCarried();
        kit.background()
                .run(
                        () -> {
                            desk.decoder().warm();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    /** Fills the desk with made-up cases, while one may look around. */
    void fill(ImportFlow.Filling filling) {
        imports.fill(texts.get("intake.fill.sample"), filling, reviewing.queue()::reload);
    }

    /**
     * Leaves the screens and stops the clock; the case that is open is kept and given back.
     *
     * @param then told the item that was open, once everything is in the store
     */
    void stop(Consumer<Optional<String>> then) {
        Opened open = reviewing.openedProperty().get();
        Optional<String> item =
                open == null ? Optional.empty() : Optional.of(open.row().itemId());
        imports.stop();
        breaks.stop();
        lifeline.stop();
        navigator.leave();
        statusBar.stop();
        careBar.stop();
        corners.stop();
        reviewing.leave(() -> then.accept(item));
    }

    /** Somebody has recorded something. */
    private void changed() {
        navigator.screen().ifPresent(Screen::changed);
        corners.changed();
        statusBar.countsChanged();
    }

    /** The desk is locked. */
    void lock() {
        kit.covers().coverAll();
        reviewing.lock();
        corners.lock();
        care.pause();
    }

    /** The case that is open and held. */
    Optional<LockedDesk.HeldCase> heldCase() {
        Opened open = reviewing.openedProperty().get();
        return open == null
                ? Optional.empty()
                : reviewing
                        .heldUntil()
                        .map(until -> new LockedDesk.HeldCase(
                                open.row().itemId(), SafeLine.of(open.row().itemId()), until));
    }

    /**
     * Keeps what is unsent of the open case and gives it back. While the store does not answer the case stays as it is: the
     * lease ends there by itself, and the answers wait here.
     */
    void giveBack(Runnable then) {
        if (lifeline.isLost()) {
            then.run();
        } else {
            reviewing.leave(then);
        }
    }

    /** Whether the store does not answer. */
    boolean isLost() {
        return lifeline.isLost();
    }

    /** The item of the open case, where its answers cannot be saved now. */
    Optional<String> unsavedItem() {
        return lifeline.isLost() ? reviewing.unsavedItem() : Optional.empty();
    }

    /** Opens the case of an item on the review screen, wherever the person is. */
    void openItem(String itemId) {
        review.open(itemId);
    }

    /** Where the person is, by the place's id. */
    String place() {
        Destination here = navigator.current().get();
        return here == null ? "" : here.id();
    }

    void chain(ChainState state) {
        statusBar.chain(state);
        corners.chain(state);
    }

    /** Whether something is under way that the window must not be furnished anew under. */
    boolean isBusy() {
        return imports.isRunning();
    }

    void say(String sentence) {
        statusBar.say(sentence);
    }

    void importFile(Path file) {
        imports.start(file);
    }

    private List<Destination> destinations(WorkSettings work) {
        var places = new ArrayList<Destination>();
        if (may(Right.LOOK)) {
            places.add(new Destination("review", Icon.REVIEW, texts.get("shell.rail.review"), () -> review));
        }
        places.add(
                new Destination("guidelines", Icon.GUIDELINES, texts.get("shell.rail.guidelines"), () -> guidelines));
        places.add(new Destination("settings", Icon.SETTINGS, texts.get("shell.rail.settings"), () -> new SettingsCards(
                        desk, kit, dialogs, furnishing, wishes, work)
                .screen()));
        places.addAll(corners.places());
        return List.copyOf(places);
    }

    private boolean may(Right right) {
        return Rights.has(furnishing.person(), right);
    }

    private void changePassword() {
        OwnPassword.ask(kit, dialogs, desk.people(), furnishing.person().name());
    }

    private Destination myDay() {
        return new Destination(
                MY_DAY,
                Icon.ACCOUNT,
                texts.get("shell.person"),
                () -> new MyDayScreen(kit, desk.book(), care, since -> desk.decisions()
                        .decidedSince(furnishing.person().name(), since)));
    }

    /** What becomes of the open case in a break. */
    private String ofTheCase() {
        Opened open = reviewing.openedProperty().get();
        return open == null
                ? ""
                : reviewing
                        .heldUntil()
                        .map(until -> texts.get(
                                "wellbeing.break.case",
                                open.row().itemId(),
                                kit.times().clock(until)))
                        .orElse("");
    }

    private ReviewDesk reviewDesk(WorkSettings work) {
        return new ReviewDesk(
                desk.review(),
                desk.queue(),
                desk.decisions(),
                DecisionTools.of(desk.rules(), work::decisions),
                new AheadOfTime(new StoredPictures(desk.items(), desk.decoder()), FIRST_TO_ITSELF),
                desk.covering(),
                furnishing.settings(),
                furnishing.person(),
                care,
                furnishing.carried());
    }

    /** Elsewhere another item may be looked at, and a call about the wrong person helps nobody. */
    private Optional<String> itemInSight() {
        return switch (place()) {
            case "review", "guidelines" ->
                Optional.ofNullable(reviewing.openedProperty().get())
                        .map(open -> open.row().itemId());
            case Corners.APPROVALS -> corners.approvals().itemInSight();
            default -> Optional.empty();
        };
    }

    private void furnish(Keys everywhere) {
        var topBar = new TopBar(
                texts,
                navigator,
                furnishing.theme(),
                new TopBar.Whose(furnishing.person().name(), roleWords(), furnishing.sample(), ofThePerson()),
                appearance::toggleDark);
        var palette = palette();
        topBar.goTo().setOnAction(_ -> palette.open(topBar.goTo()));
        // Where a question stands, nothing leads away from behind it.
        BooleanSupplier unasked = () -> !dialogs.isOpen();
        everywhere
                .on("Shortcut+K", texts.get("shell.key.palette"), () -> palette.open(topBar.goTo()), unasked)
                .on("Shortcut+Shift+D", texts.get("shell.key.dark"), appearance::toggleDark)
                .on("Shortcut+B", texts.get("shell.action.break"), care::startBreak)
                .on("Shortcut+Shift+N", texts.get("approvals.notices.open"), corners.approvals()::openNotices, unasked)
                .on("Shortcut+Shift+G", texts.get("editions.reminder.key"), this::goToChanges, unasked)
                .on(
                        "Shortcut+Shift+H",
                        texts.get("emergency.key"),
                        () -> itemInSight().ifPresent(emergency::open),
                        () -> may(Right.DECIDE) && itemInSight().isPresent())
                .on(
                        TroubleBar.KEY,
                        texts.get("referrals.trouble.open"),
                        corners.referrals()::openTrouble,
                        () -> unasked.getAsBoolean() && corners.referrals().hasTrouble())
                .on("Shortcut+L", texts.get("shell.action.lock"), wishes::lock)
                .on(
                        "Shortcut+O",
                        texts.get("shell.action.import"),
                        imports::choose,
                        () -> unasked.getAsBoolean() && may(Right.IMPORT));
        var rail = new Rail(texts, navigator, frame::showKeys);
        corners.count(rail);
        topBar.beside(corners.approvals().bell());
        frame.furnish(
                topBar.node(), new VBox(corners.referrals().bar(), lifeline.bar()), rail.node(), statusBar.node());
        statusBar.add(careBar.parts());
        statusBar.add(corners.parts());
        layer.getChildren().add(frame.node());
        layer.addEventFilter(InputEvent.ANY, _ -> care.input());
        everywhere.listenOn(layer);
        if (may(Right.IMPORT)) {
            imports.acceptDrops(layer);
        }
    }

    private String roleWords() {
        return signedIn ? RoleWords.of(texts, furnishing.person().roles()) : texts.get("shell.every-role");
    }

    private List<PaletteEntry> ofThePerson() {
        var acts = new ArrayList<PaletteEntry>();
        acts.add(action(Icon.ACCOUNT, texts.get("shell.person"), () -> navigator.go(MY_DAY)));
        if (signedIn) {
            acts.add(action(Icon.PASSPHRASE, texts.get("shell.action.password"), this::changePassword));
            acts.add(action(Icon.SKIP, texts.get("shell.action.sign-out"), wishes::signOut));
        }
        if (!furnishing.sample() && furnishing.care() instanceof StoreCare) {
            acts.add(action(Icon.STORE, texts.get("shell.desk.open-shared"), wishes::otherDesk));
        }
        return List.copyOf(acts);
    }

    private Palette palette() {
        var sources = new PaletteSources(desk, texts, furnishing.person());
        var found = new ArrayList<PaletteSource>();
        if (may(Right.LOOK)) {
            found.add(sources.items(this::goToItem));
            found.add(sources.accounts(this::goToItem, this::tellNoCase));
        }
        found.add(sources.clauses(this::openClause));
        found.add(sources.actions(actions()));
        return new Palette(texts, kit.background(), List.copyOf(found));
    }

    private void goToItem(String itemId) {
        navigator.go("review");
        review.open(itemId);
    }

    private void goTo(String place) {
        navigator.go(place);
    }

    private void goToChanges() {
        corners.editions().open("");
    }

    private void tellNoCase() {
        statusBar.say(texts.get("shell.found.no-case"));
    }

    private void openClause(ClauseCode code) {
        navigator.go("guidelines");
        guidelines.open(code);
    }

    private List<PaletteEntry> actions() {
        var actions = new ArrayList<PaletteEntry>();
        for (Destination destination : navigator.destinations()) {
            actions.add(action(destination.icon(), destination.name(), () -> navigator.go(destination.id())));
        }
        actions.add(action(Icon.GUIDELINES, texts.get("editions.what-changed"), this::goToChanges));
        actions.addAll(ofThePerson());
        actions.add(action(Icon.BREAK, texts.get("shell.action.break"), care::startBreak));
        actions.add(action(Icon.HELD, texts.get("shell.action.lock"), wishes::lock));
        if (may(Right.LOOK)) {
            actions.add(action(Icon.WAITING, texts.get("shell.action.waiting"), this::showWaiting));
        }
        if (may(Right.IMPORT)) {
            actions.add(action(Icon.IMPORT, texts.get("shell.action.import"), imports::choose));
        }
        actions.add(action(Icon.BELL, texts.get("approvals.notices.open"), corners.approvals()::openNotices));
        actions.add(action(Icon.COVERED, texts.get("shell.action.cover"), kit.covers()::coverAll));
        actions.add(action(Icon.DARK, texts.get("shell.action.dark"), appearance::toggleDark));
        actions.add(action(Icon.LANGUAGE, texts.get("shell.action.english"), () -> appearance.speak(Language.EN)));
        actions.add(action(Icon.LANGUAGE, texts.get("shell.action.dutch"), () -> appearance.speak(Language.NL)));
        actions.add(action(Icon.FULL_STAGE, texts.get("shell.action.larger"), appearance::larger));
        actions.add(action(Icon.FULL_STAGE, texts.get("shell.action.smaller"), appearance::smaller));
        actions.add(action(Icon.KEYS, texts.get("shell.action.keys"), frame::showKeys));
        return List.copyOf(actions);
    }

    private void showWaiting() {
        navigator.go("review");
        review.showWaiting();
    }

    private static PaletteEntry action(Icon icon, String words, Runnable act) {
        return new PaletteEntry(icon, words, "", act);
    }

    /** Asked off the JavaFX thread. */
    private DeskFacts facts() {
        ZoneId zone = ZoneId.systemDefault();
        var midnight = LocalDate.ofInstant(kit.clock().instant(), zone)
                .atStartOfDay(zone)
                .toInstant();
        Awaiting awaiting = desk.decisions().howMuchAwaits(furnishing.person());
        return new DeskFacts(
                desk.decisions().decidedSince(furnishing.person().name(), midnight),
                awaiting.decisions(),
                awaiting.oldest());
    }
}
