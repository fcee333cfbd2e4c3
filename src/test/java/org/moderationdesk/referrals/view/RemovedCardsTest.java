package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A card that was taken off the form of a report is put back. */
@ExtendWith(ApplicationExtension.class)
final class RemovedCardsTest {
    /** After what is taken for past in documents. */
    private static final Instant TODAY = Instant.parse("2026-11-20T12:00:00Z");

    private static final String REPORTED = "report/personOrUserReported[1]/";

    private final TestClock clock = new TestClock();
    private final Fields fields = new Fields(Outline.read());
    private Store store;
    private FilingDesk desk;
    private Stage stage;
    private ReferralsScreen screen;
    private String referral;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws IOException {
        store = TestStore.create();
        clock.advance(Duration.between(clock.instant(), TODAY));
        desk = new FilingDesk(store, folder, clock);
        referral = desk.refer("A-1", true);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        store.close();
    }

    @Test
    void whatWasRemovedIsPutBackWholeInItsPlaceByItsKeyAndItsButton(FxRobot robot) {
        Element report = fields.with(content().report(), "report/victim[1]/victimPerson/age", "12");
        report = fields.with(report, "report/victim[1]/victimPerson/phone[1]", "612345678");
        report = fields.with(report, "report/victim[2]/victimPerson/age", "14");
        save(report);
        show(robot);
        Content before = content();
        assertThat(robot.lookup("#report-removed-line").query().isVisible()).isFalse();

        robot.interact(
                () -> field(robot, "#report-victim-1-victimPerson-phone-1").requestFocus());
        robot.push(KeyCode.ALT, KeyCode.X);
        robot.interact(() -> button(robot, "#report-remove-victim-1").fire());
        assertThat(words(robot, "#report-removed")).isEqualTo("Victim 1 is removed.");
        robot.interact(() -> Pictures.save(stage.getScene(), "referral-card-removed"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved("report/victim[1]/victimPerson/age")).isEqualTo("14");

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(stage.getScene().getFocusOwner().getId()).startsWith("report-victim-1-");
        assertThat(text(robot, "#report-victim-1-victimPerson-age")).isEqualTo("12");
        assertThat(text(robot, "#report-victim-2-victimPerson-age")).isEqualTo("14");
        assertThat(words(robot, "#report-removed")).isEqualTo("Phone 1 is removed.");
        robot.interact(() -> button(robot, "#report-put-back").fire());
        robot.push(KeyCode.SHORTCUT, KeyCode.S);

        assertThat(content()).isEqualTo(before);
        assertThat(robot.lookup("#report-removed-line").query().isVisible()).isFalse();
    }

    @Test
    void whatWasTypedIsUndoneFirstAndWhatHasNoPlaceAnyMoreIsNotPutBack(FxRobot robot) {
        show(robot);
        choose(robot, "#report-more-report-personOrUserReported-1", "Estimated location");
        robot.interact(() -> combo(robot, "#report-personOrUserReported-1-estimatedLocation-countryCode")
                .setValue("NL"));
        robot.interact(() -> button(robot, "#report-remove-personOrUserReported-1-estimatedLocation")
                .fire());
        robot.interact(() -> field(robot, "#report-incidentSummary-platform").requestFocus());
        robot.write("x").push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(robot, "#report-incidentSummary-platform")).doesNotContain("x");
        assertThat(words(robot, "#report-removed")).isEqualTo("Estimated location is removed.");

        choose(robot, "#report-more-report-personOrUserReported-1", "Estimated location");
        assertThat(robot.lookup("#report-removed-line").query().isVisible())
                .as("another stands in its place")
                .isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved(REPORTED + "estimatedLocation/countryCode")).isEmpty();
    }

    private Content content() {
        return desk.drafts().prepare(ANNA, referral).content();
    }

    private String saved(String path) {
        return fields.text(content().report(), path);
    }

    private void save(Element report) {
        Content now = content();
        int revision = desk.drafts().prepare(ANNA, referral).revision();
        int unused = desk.drafts().save(ANNA, referral, new Content(report, now.files()), revision);
        assertThat(unused).isPositive();
    }

    private void choose(FxRobot robot, String menu, String words) {
        MenuItem item = menu(robot, menu).getItems().stream()
                .filter(one -> one.getText().equals(words))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static MenuButton menu(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(MenuButton.class);
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static String text(FxRobot robot, String id) {
        return field(robot, id).getText();
    }

    @SuppressWarnings("unchecked") // as the form makes them
    private static ComboBox<String> combo(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var layer = new StackPane();
            var doors = new ReferralDoors(desk.workspace(), desk.drafts(), desk.sending());
            var dialogs = new Dialogs(layer, kit.texts());
            screen = new ReferralsScreen(doors, ANNA, kit, dialogs, new Sizes(Map.of()), _ -> {});
            layer.getChildren().setAll(screen.node());
            var scene = new Scene(layer, 1_368, 832);
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(false, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            stage.show();
            screen.shown();
        });
        robot.push(KeyCode.ENTER);
    }
}
