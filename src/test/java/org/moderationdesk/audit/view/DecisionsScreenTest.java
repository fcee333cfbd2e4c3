package org.moderationdesk.audit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.approvals.ApprovalsDesk.ANNA;
import static org.moderationdesk.approvals.ApprovalsDesk.BRAM;
import static org.moderationdesk.approvals.ApprovalsDesk.RUTH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.approvals.ApprovalsDesk;
import org.moderationdesk.audit.ChainLinks;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.LogExport;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.audit.LogView;
import org.moderationdesk.audit.Replays;
import org.moderationdesk.audit.StoredLogViews;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.LosableStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.items.view.NoPictures;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.PastCases;
import org.moderationdesk.quality.QualityCard;
import org.moderationdesk.quality.QualityCards;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.view.ReadRooms;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A lead looks through what others decided, in the window. */
@ExtendWith(ApplicationExtension.class)
final class DecisionsScreenTest {
    private static final String NOTHING =
            "\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\"},\"outcome\":\"NO_VIOLATION\"";

    private final TestClock clock = new TestClock();
    private final SaidLine said = new SaidLine();
    private final List<QualityCard> gone = new ArrayList<>();
    private final Sizes sizes = new Sizes(Map.of());
    private final ApprovalsDesk desk = new ApprovalsDesk(clock, true);
    private @TempDir Path folder;
    private Stage stage;
    private LosableStore store;
    private DecisionsScreen screen;
    private String passed;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void decide() {
        String _ = decided(ANNA, Proposed.ban("v-1"));
        passed = decided(ANNA, Proposed.of("v-2", NOTHING));
        String _ = decided(BRAM, Proposed.removal("w-3"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void theListIsFilteredOrderedAndReadByKeyboardAlone(FxRobot robot) {
        show(robot, BRAM);
        assertThat(items(robot)).containsExactly("w-3", "v-2", "v-1");
        assertThat(words(robot, "#decisions-count")).isEqualTo("3 decisions");

        robot.push(KeyCode.O);
        robot.write("rem").push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertThat(items(robot)).containsExactly("w-3", "v-1");
        robot.push(KeyCode.S);
        assertThat(items(robot)).containsExactly("v-1", "w-3");
        assertThat(words(robot, "#decisions-count")).isEqualTo("2 decisions");
        robot.push(KeyCode.ALT, KeyCode.C);
        robot.push(KeyCode.S);
        assertThat(items(robot)).containsExactly("w-3", "v-2", "v-1");

        robot.push(KeyCode.SLASH);
        robot.write("v-").push(KeyCode.ENTER);
        assertThat(items(robot)).containsExactly("v-2", "v-1");
        assertThat(words(robot, "#decisions-note")).startsWith("The words of 1 of 3 decisions have been gathered");
        robot.push(KeyCode.SLASH);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("zebra").push(KeyCode.ENTER);
        assertThat(robot.lookup("#decisions-nothing").tryQuery()).isPresent();
        assertThat(robot.lookup("#decisions-rest").tryQuery())
                .as("nothing to choose")
                .isPresent();
        robot.push(KeyCode.ALT, KeyCode.C);
        assertThat(items(robot)).hasSize(3);

        assertThat(text(robot, "#decisions-chosen")).contains("Remove, w-3", "bram", "That you opened it is recorded");
        robot.interact(() -> Pictures.save(stage.getScene(), "decisions-chosen"));
        robot.push(KeyCode.J);
        assertThat(shown()).as("nothing is opened unasked").isZero();
        robot.push(KeyCode.ENTER);
        assertThat(words(robot, "#decisions-about")).contains("@u");
        assertThat(words(robot, "#decisions-link")).isEqualTo("verified");
        assertThat(text(robot, "#decisions-decided")).contains("No violation", "5.3.1", "No");
        assertThat(text(robot, "#decisions-seen")).contains("anna", "Version 1, edition 2020-12", "Not sampled");
        assertThat(text(robot, "#decisions-entries")).contains("Case opened", "Claimed", "Decided");
        assertThat(shown()).isOne();
        robot.push(KeyCode.H);
        assertThat(said.sentences().getLast()).startsWith("The hash of this entry follows");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#decisions-title").tryQuery()).isEmpty();
        assertThat(text(robot, "#decisions-chosen")).as("there is room").contains("No violation, v-2");
        names(robot);
        robot.interact(() -> stage.setWidth(1_028));
        assertThat(robot.lookup("#decisions-drawer").query().isVisible()).isFalse();
    }

    @Test
    void whatThePersonConcernedIsToldStandsBesideTheDecisionAndIsCopied(FxRobot robot) {
        show(robot, BRAM);
        robot.push(KeyCode.J).push(KeyCode.ENTER).push(KeyCode.N);
        assertThat(text(robot, "#decisions-notice")).startsWith("There is no notice: nothing was done");
        robot.push(KeyCode.ESCAPE).push(KeyCode.K).push(KeyCode.ENTER);
        assertThat(said.sentences()).noneMatch(sentence -> sentence.contains("clipboard"));
        robot.interact(() ->
                robot.lookup("#decisions-notice-EN").queryAs(ToggleButton.class).fire());
        robot.push(KeyCode.N);
        assertThat(said.sentences().getLast()).isEqualTo("The notice is on the clipboard.");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .contains("it was removed, everywhere", "5.3.1")
                .doesNotContain("bram", "a knife is tossed"));
        names(robot);
        robot.interact(() -> Pictures.save(stage.getScene(), "decisions-notice"));
    }

    @Test
    void aDecisionThatWasReviewedTwiceSaysWhatCameOfItAndLeadsToTheDifference(FxRobot robot) {
        String review = second(passed, BRAM);
        show(robot, RUTH);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#decisions-second").query().isVisible())
                .as("nobody reviewed that one twice")
                .isFalse();
        robot.push(KeyCode.D);
        assertThat(gone).isEmpty();

        robot.push(KeyCode.J).push(KeyCode.ENTER);

        assertThat(text(robot, "#decisions-second"))
                .contains("Differs", "Differs in outcome, answers. Nobody has resolved it yet.")
                .doesNotContain("anna", "bram");
        assertThat(text(robot, "#decisions-seen")).as("said once").doesNotContain("Quality");
        names(robot);
        robot.interact(() -> Pictures.save(stage.getScene(), "decisions-second"));
        robot.push(KeyCode.D);
        assertThat(gone).extracting(QualityCard::reviewId).containsExactly(review);

        differences().resolve(RUTH, review, Verdict.KEPT, "");
        robot.interact(() -> screen.changed());
        assertThat(text(robot, "#decisions-second"))
                .contains("First kept", "Differed in outcome, answers. The first decision stayed, resolved by ruth");
        robot.interact(() -> robot.lookup("#decisions-difference").queryButton().fire());
        assertThat(gone).hasSize(2).last().matches(QualityCard::isResolved);
    }

    @Test
    void whoResolvesNoDifferencesIsToldNothingOfASecondReview(FxRobot robot) {
        String review = second(passed, BRAM);
        assertThat(review).isNotEmpty();
        show(robot, new Person("tess", Set.of(Role.TRAINER), false));
        robot.push(KeyCode.J).push(KeyCode.ENTER);
        assertThat(text(robot, "#decisions-decided")).contains("No violation");
        assertThat(robot.lookup("#decisions-second").query().isVisible()).isFalse();
        robot.push(KeyCode.D);
        assertThat(gone).isEmpty();
    }

    @Test
    void theItemIsSeenUnderCoverAsItWasWithTheDecisionToRead(FxRobot robot) {
        show(robot, BRAM);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.V);

        assertThat(robot.lookup("#decisions-replay").query().isVisible()).isTrue();
        assertThat(words(robot, "#decisions-then")).contains("version 1");
        assertThat(robot.lookup("#decision-rationale").queryTextInputControl().getText())
                .isEqualTo("a knife is tossed and caught");
        assertThat(robot.lookup("#decision-rationale").queryTextInputControl().isEditable())
                .isFalse();
        names(robot);
        robot.push(KeyCode.V);
        assertThat(robot.lookup("#decisions-replay").query().isVisible()).isFalse();
    }

    @Test
    void aTrainerSeesTheItemUnderCoverAsWell(FxRobot robot) {
        show(robot, new Person("tess", Set.of(Role.TRAINER), false));
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.V);

        assertThat(robot.lookup("#decisions-replay").query().isVisible()).isTrue();
        assertThat(words(robot, "#decisions-then")).contains("version 1");
    }

    @Test
    void aViewIsKeptRenamedDeletedAndBroughtBack(FxRobot robot) {
        show(robot, BRAM);
        robot.push(KeyCode.O);
        robot.write("rem").push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        robot.write("Removals").push(KeyCode.ENTER);
        assertThat(said.sentences()).containsExactly("View Removals kept. Ctrl Z takes it back.");
        assertThat(views(BRAM)).extracting(LogView::name).containsExactly("Removals");
        robot.push(KeyCode.ALT, KeyCode.C);

        LogView kept = views(BRAM).getFirst();
        robot.interact(() -> model().forget(kept));
        assertThat(views(BRAM)).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(views(BRAM)).containsExactly(kept);
        robot.interact(() -> model().rename(kept, "What went"));
        robot.interact(() -> model().show(views(BRAM).getFirst()));

        assertThat(views(BRAM)).extracting(LogView::name).containsExactly("What went");
        assertThat(items(robot)).containsExactly("w-3", "v-1");
    }

    @Test
    void whatIsFilteredIsExportedAndTold(FxRobot robot) throws IOException {
        show(robot, BRAM);
        robot.push(KeyCode.O);
        robot.write("rem").push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        robot.interact(() -> {});

        assertThat(Files.readAllLines(folder.resolve("decisions.csv"))).hasSize(3);
        assertThat(said.sentences()).contains("2 rows written to decisions.csv");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.SHIFT, KeyCode.H);
        assertThat(Files.readString(folder.resolve("entry-" + newest() + ".proof")))
                .startsWith("c2sp.org/tlog-proof");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldInPlaceOfTheListAndAskedAgain(FxRobot robot) {
        show(robot, BRAM);
        store.lose(true);
        robot.push(KeyCode.F5);
        assertThat(robot.lookup("#decisions-lost").tryQuery()).isPresent();
        names(robot);
        store.lose(false);
        robot.push(KeyCode.F5);
        assertThat(robot.lookup("#decisions-lost").tryQuery()).isEmpty();
        assertThat(items(robot)).containsExactly("w-3", "v-2", "v-1");
    }

    @Test
    void whoIsNotClearedSeesNothingOfChildSafety(FxRobot robot) {
        String hidden = desk.decided(RUTH, "8.4", Proposed.of("c-1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"that is what the rules ask for"
            """));
        assertThat(hidden).isNotEmpty();
        show(robot, BRAM);
        assertThat(items(robot)).containsExactly("w-3", "v-2", "v-1");
        robot.interact(() -> stage.setHeight(650));
        assertThat(robot.lookup("#decisions-cards").query().isVisible()).isFalse();
        show(robot, RUTH);
        assertThat(items(robot)).containsExactly("c-1", "w-3", "v-2", "v-1");
    }

    @Test
    void everyKindOfEntryHasItsWordsInBothLanguages(FxRobot robot) {
        show(robot, BRAM);
        for (Language language : Language.values()) {
            var texts = new Texts(language);
            for (EventKind kind : EventKind.values()) {
                assertThat(texts.get("audit.event." + kind)).isNotBlank();
            }
        }
    }

    private ViewsModel model() {
        return screen.views();
    }

    private List<LogView> views(Person person) {
        return new StoredLogViews(desk.desk().store(), desk.desk().log()).of(person);
    }

    private long newest() {
        return new StoredFacts(desk.desk().store())
                .before(Long.MAX_VALUE, 1)
                .getFirst()
                .seq();
    }

    private int shown() {
        int[] count = {0};
        long unused = new StoredEvents(desk.desk().store()).stream(event -> {
            if (event.kind() == EventKind.SHOWN) {
                count[0]++;
            }
        });
        return count[0];
    }

    private String decided(Person by, Proposal proposal) {
        String id = desk.decided(by, "5.3", proposal);
        assertThat(id).isNotEmpty();
        clock.advance(Duration.ofMinutes(1));
        return id;
    }

    @SuppressWarnings("unchecked") // one table
    private static List<String> items(FxRobot robot) {
        TableView<LogRow> table = robot.lookup("#decisions-table").queryAs(TableView.class);
        return table.getItems().stream().map(row -> row.fact().itemId()).toList();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String text(FxRobot robot, String id) {
        var all = new StringBuilder();
        for (Node node : robot.lookup(id).query().lookupAll(".label")) {
            all.append(((Labeled) node).getText()).append('\n');
        }
        return all.toString();
    }

    private void names(FxRobot robot) {
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    private void show(FxRobot robot, Person person) {
        robot.interact(() -> {
            var layer = new StackPane();
            var texts = new Texts(Language.EN);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var ways = new DecisionsScreen.Ways(_ -> {}, gone::add);
            var around = new DecisionsScreen.Around(new Dialogs(layer, texts), new Folder(folder), said, sizes, ways);
            screen = new DecisionsScreen(
                    rooms(person), kit, around, new DecisionsScreen.Cards(List.of(new StackPane()), () -> {}));
            layer.getChildren().add(screen.node());
            var scene = new Scene(layer, 1368, 832);
            new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review", "audit")).dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            stage.show();
            screen.shown();
        });
    }

    private LogRooms rooms(Person person) {
        ReviewDesk review = desk.desk();
        store = new LosableStore(review.store());
        var book = new BookReader().read("2020-12");
        var quality = new QualityStates(store);
        var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), quality, person);
        var reader = new LogReader(log, quality, (_, _, _) -> new TextAnswer.Preparing(1, 3), clock, ZoneOffset.UTC);
        var events = new StoredEvents(store);
        var ofQuality = qualityRooms(store);
        var past = new PastCases(store, clock, ofQuality);
        var reading = new ReadRooms(
                review.review(),
                DecisionTools.of(book, DecisionSettings::defaults),
                new NoPictures(),
                new Covering(SafeView.defaults(), SafeView.usualFloor()));
        var proofs = new LogRooms.Proofs(
                new Custody(new Verifier(store, ReviewDesk.tables()), review.log(), store, person),
                true,
                _ -> {},
                new Checkpoints(store, review.log(), clock),
                new ChainLinks(events));
        return new LogRooms(
                reader,
                new Replays(reader, review.decisions(), past, events, review.log(), review.statements("")),
                new QualityCards(store, ofQuality),
                new StoredLogViews(store, review.log()),
                new LogExport(reader, review.log()),
                proofs,
                reading,
                new Settings(folder.resolve("settings")));
    }

    private QualityRooms qualityRooms(Store of) {
        ReviewDesk review = desk.desk();
        return new QualityRooms(
                new StoredItems(of, StoredQueue::openCases),
                review.decisions(),
                new Rules(new BookReader().read("2020-12")),
                desk.people(),
                review.wellbeing());
    }

    private Differences differences() {
        ReviewDesk review = desk.desk();
        return new Differences(review.store(), review.log(), qualityRooms(review.store()));
    }

    /** Has the decision on v-2 reviewed a second time by somebody who differs; answers with the review's id. */
    private String second(String decision, Person by) {
        ReviewDesk review = desk.desk();
        var rooms = qualityRooms(review.store());
        String id = new Requests(review.log(), rooms.items(), new BookReader().read("2020-12"))
                .ask(RUTH, decision, "for the trial", 5);
        var seconds = new SecondReviews(review.store(), review.log(), clock, rooms);
        seconds.submit(seconds.takeNext(by).orElseThrow(), Proposed.removal("v-2"), 30_000);
        return id;
    }

    private record Folder(Path folder) implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.of(folder.resolve(proposedName));
        }
    }
}
