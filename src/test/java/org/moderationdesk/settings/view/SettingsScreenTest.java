package org.moderationdesk.settings.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SettingsScreenTest {
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<WellbeingSettings> cares = new ArrayList<>();
    private boolean maySet = true;
    private final List<QueueSettings> queues = new ArrayList<>();
    private final List<DecisionSettings> decisions = new ArrayList<>();
    private final List<LockSettings> locks = new ArrayList<>();
    private final List<SupportSettings> supports = new ArrayList<>();
    private @TempDir @Nullable Path home;
    private @Nullable StackPane layer;
    private @Nullable H2Store store;
    private boolean restoring;

    @Start
    void start(Stage stage) {
        layer = new StackPane();
        var scene = new Scene(layer, 1100, 900);
        new Theme(List.of("shell", "guidelines", "settings")).dress(scene);
        stage.setScene(scene);
        stage.setWidth(1100);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPassphraseSetHereIsAskedForAtTheNextOpening(FxRobot robot) throws StoreRefused {
        show(robot);
        fire(robot, "#settings-passphrase");
        text(robot, "#passphrase-new", "a long passphrase");
        text(robot, "#passphrase-again", "another passphrase");
        fire(robot, "#dialog-act");
        assertThat(says(robot, "The two are not the same")).isTrue();

        text(robot, "#passphrase-again", "a long passphrase");
        fire(robot, "#dialog-act");

        assertThat(door().opensAlone()).isFalse();
        assertThat(says(robot, "The store opens with the passphrase or the recovery key."))
                .isTrue();
        assertThat(door().keys(new Unlock.Passphrase("a long passphrase")).opensAlone())
                .isFalse();
    }

    @Test
    void whenTheDeskLocksItselfIsKeptAndAnHourIsTheMost(FxRobot robot) {
        show(robot);
        text(robot, "#settings-lock-idle", "61");
        fire(robot, "#settings-lock-save");
        assertThat(locks).isEmpty();

        text(robot, "#settings-lock-idle", "2");
        text(robot, "#settings-lock-back", "7");
        fire(robot, "#settings-lock-save");

        assertThat(locks).containsExactly(new LockSettings(2, 7));
    }

    @Test
    void aNewRecoveryKeyIsShownOnceAndOpensTheStore(FxRobot robot) throws StoreRefused {
        show(robot);
        fire(robot, "#settings-recovery");
        fire(robot, "#dialog-act");
        String written = robot.lookup("#recovery-key").queryAs(TextField.class).getText();
        fire(robot, "#dialog-leave");

        assertThat(robot.lookup("#recovery-key").tryQuery()).isEmpty();
        assertThat(door().keys(new Unlock.Recovery(written)).opensAlone()).isTrue();
    }

    @Test
    void theLogIsVerifiedAndABackupWrittenWhereThePersonWantsIt(FxRobot robot) {
        show(robot);
        fire(robot, "#settings-verify");
        assertThat(verdicts).singleElement().satisfies(verdict -> assertThat(verdict.intact())
                .isTrue());
        assertThat(says(robot, "The log is intact")).isTrue();

        fire(robot, "#settings-backup");

        assertThat(home.resolve("copy.zip")).isNotEmptyFile();
    }

    @Test
    void aCheckpointIsWrittenOnceAndTheLogHeldToIt(FxRobot robot) {
        show(robot);
        fire(robot, "#settings-checkpoint");

        assertThat(home.resolve("copy.zip")).content().contains("moderation-desk/");
        assertThat(robot.lookup("#checkpoint-key").queryAs(TextField.class).getText())
                .startsWith("moderation-desk/");
        fire(robot, "#settings-checkpoint-hold");
        assertThat(says(robot, "It holds to the checkpoint")).isTrue();
        fire(robot, "#settings-checkpoint");
        assertThat(says(robot, "There is already a file of that name")).isTrue();
    }

    @Test
    void restoringIsAskedForFirst(FxRobot robot) {
        show(robot);
        fire(robot, "#settings-restore");
        assertThat(restoring).isFalse();

        fire(robot, "#dialog-act");

        assertThat(restoring).isTrue();
    }

    @Test
    void workSettingsOutOfRangeAreMarkedAndNothingIsSaved(FxRobot robot) {
        show(robot);
        text(robot, "#settings-lease", "0");
        fire(robot, "#settings-work-save");
        assertThat(queues).isEmpty();
        assertThat(robot.lookup("#settings-lease").query().getStyleClass()).contains("wrong");

        text(robot, "#settings-lease", "15");
        text(robot, "#settings-undo", "45");
        text(robot, "#settings-specialists", "legal, policy");
        fire(robot, "#settings-work-save");

        assertThat(queues).singleElement().satisfies(saved -> assertThat(saved.leaseMinutes())
                .isEqualTo(15));
        assertThat(decisions).singleElement().satisfies(saved -> {
            assertThat(saved.undoSeconds()).isEqualTo(45);
            assertThat(saved.specialistQueues()).containsExactly("legal", "policy");
            assertThat(saved.strikes()).isEqualTo(DecisionSettings.defaults().strikes());
        });
    }

    @Test
    void wellbeingSettingsAreCheckedAndKeptWithTheirRotation(FxRobot robot) {
        show(robot);
        text(robot, "#settings-care-budget", "0");
        fire(robot, "#settings-care-save");
        assertThat(cares).isEmpty();
        assertThat(robot.lookup("#settings-care-budget").query().getStyleClass())
                .contains("wrong");

        text(robot, "#settings-care-budget", "30");
        text(robot, "#settings-care-severity-4", "300");
        text(robot, "#settings-care-form-7", "40");
        robot.interact(() ->
                robot.lookup("#settings-care-rotation").queryAs(CheckBox.class).fire());
        fire(robot, "#settings-care-save");

        assertThat(cares).singleElement().satisfies(saved -> {
            assertThat(saved.budgetMinutes()).isEqualTo(30);
            assertThat(saved.severity().critical()).isEqualTo(300);
            assertThat(saved.form().sound()).isEqualTo(40);
            assertThat(saved.rotation().on()).isTrue();
        });
        robot.interact(() -> Pictures.save(
                robot.lookup("#settings-care-budget").query().getParent().getParent(), "settings-wellbeing"));
    }

    @Test
    void whomPeopleCanTalkToIsOnePlainLine(FxRobot robot) {
        show(robot);
        for (String hostile : List.of("x".repeat(SupportSettings.LONGEST + 1), "call \u202e0044", "call\u200b 44")) {
            text(robot, "#settings-support-contact", hostile);
            fire(robot, "#settings-support-save");
            assertThat(says(robot, "Use one line of at most 120 characters")).isTrue();
        }
        assertThat(supports).isEmpty();

        text(robot, "#settings-support-contact", "  Peer support, extension 4400 ");
        fire(robot, "#settings-support-save");
        text(robot, "#settings-support-contact", " ");
        fire(robot, "#settings-support-save");

        assertThat(supports)
                .containsExactly(new SupportSettings("Peer support, extension 4400"), SupportSettings.none());
    }

    @Test
    void whoLeadsNoTeamReadsTheWellbeingSettingsAndSetsNothing(FxRobot robot) {
        maySet = false;
        show(robot);

        assertThat(robot.lookup("#settings-care-save").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#settings-care-cases").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#settings-support-contact").query().isDisabled())
                .isTrue();
        assertThat(robot.lookup("#settings-support-save").query().isDisabled()).isTrue();
        assertThat(says(robot, "Only a team lead or an administrator sets these."))
                .isTrue();
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            try {
                store = door().create().store();
                layer.getChildren().setAll(screen().node());
                // What a page scrolls is found once its skin is there, which on a busy machine is a frame later.
                layer.applyCss();
            } catch (StoreRefused refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    private SettingsScreen screen() throws StoreRefused {
        var clock = InstantSource.system();
        var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
        var care = new StoreCare(
                new DeskFolder(home),
                door().keys(new Unlock.Alone()),
                new Backup(store, clock),
                new Custody(
                        new Verifier(store, List.of()), new StoredEventLog(store, clock), store, Person.alone("anna")),
                verdicts::add,
                () -> restoring = true);
        List<SettingsCard> cards = List.of(
                new AppearanceCard(kit.texts(), Appearance::defaults, _ -> {}),
                new SafeViewCard(
                        kit.texts(), SafeView.defaults(), SafeView.usualFloor(), (_, then) -> then.run(), null),
                new WorkCard(kit.texts(), QueueSettings.defaults(), DecisionSettings.defaults(), (queue, decision) -> {
                    queues.add(queue);
                    decisions.add(decision);
                }),
                new LockCard(kit.texts(), LockSettings.defaults(), locks::add),
                new WellbeingCard(kit.texts(), WellbeingSettings.defaults(), maySet, cares::add),
                new SupportCard(kit.texts(), SupportSettings.none(), maySet, supports::add),
                new StoreCard(kit, new Dialogs(layer, kit.texts()), new ToCopy(), care),
                new LogCard(kit, new Dialogs(layer, kit.texts()), new ToCopy(), care, proving(clock)));
        return new SettingsScreen(kit.texts(), cards);
    }

    private LogCard.Proving proving(InstantSource clock) {
        return new LogCard.Proving(
                new Checkpoints(store, new StoredEventLog(store, clock), clock), Person.alone("anna"));
    }

    private StoreDoor door() {
        return new StoreDoor(new DeskFolder(home), InstantSource.system());
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private static void text(FxRobot robot, String field, String words) {
        robot.interact(() -> robot.lookup(field).queryTextInputControl().setText(words));
    }

    private static boolean says(FxRobot robot, String part) {
        return robot.lookup((Label label) ->
                        label.getText() != null && label.getText().contains(part))
                .tryQuery()
                .isPresent();
    }

    private final class ToCopy implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(home.resolve("copy.zip"));
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.of(home.resolve("copy.zip"));
        }
    }
}
