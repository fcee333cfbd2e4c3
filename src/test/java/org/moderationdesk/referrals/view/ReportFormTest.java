package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Rule;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Places of the incident, and what is said of people, on the form of a report. */
@ExtendWith(ApplicationExtension.class)
final class ReportFormTest {
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

    /** What is wrong in every group of fields leads to its very field. */
    @ParameterizedTest
    @CsvSource({
        "report/internetDetails[1]/webPageIncident/url[1], no address",
        "report/internetDetails[1]/emailIncident/emailAddress[1], nobody@example.org",
        "report/internetDetails[1]/newsgroupIncident/emailAddress[2], not one",
        "report/internetDetails[1]/chatImIncident/chatClient, LONG",
        "report/internetDetails[1]/onlineGamingIncident/console, LONG",
        "report/internetDetails[1]/cellPhoneIncident/latitude, north",
        "report/internetDetails[1]/cellPhoneIncident/phoneNumber/@countryCallingCode, 31",
        "report/internetDetails[1]/nonInternetIncident/incidentAddress[1]/zipCode, LONG",
        "report/internetDetails[1]/peer2peerIncident/ipCaptureEvent[1]/ipAddress, 300.1.1.1",
        "report/personOrUserReported[1]/personOrUserReportedPerson/phone[2]/@extension, no digits",
        "report/personOrUserReported[1]/personOrUserReportedPerson/email[1]/@verificationDate, yesterday",
        "report/personOrUserReported[1]/personOrUserReportedPerson/address[1]/city, LONG",
        "report/personOrUserReported[1]/ipCaptureEvent[2]/port, 70000",
        "report/personOrUserReported[1]/deviceId[1]/dateTime, 2090-01-01T00:00:00Z",
        "report/personOrUserReported[1]/deviceId[1]/idType, LONG",
        "report/personOrUserReported[1]/accountTemporarilyDisabled/@reenabledDate, soon",
        "report/personOrUserReported[1]/accountPermanentlyDisabled/@disabledDate, 2090-01-01T00:00:00Z",
        "report/personOrUserReported[1]/estimatedLocation/@timestamp, 2090-01-01T00:00:00Z",
        "report/personOrUserReported[1]/associatedAccount[1]/approximateAge, old",
        "report/personOrUserReported[1]/associatedAccount[2]/phone[1]/@countryCallingCode, 31",
        "report/personOrUserReported[1]/associatedAccount[1]/accountPermanentlyDisabled/@userNotifiedDate, soon",
        "report/personOrUserReported[1]/groupIdentifier, LONG",
        "report/personOrUserReported[1]/profileUrl[2], no address",
        "report/victim[2]/victimPerson/phone[1]/@extension, x",
        "report/victim[1]/associatedAccount[1]/dateOfBirth, soon",
        "report/victim[1]/deviceId[1]/idValue, LONG",
        "report/intendedRecipient[1]/ipCaptureEvent[1]/dateTime, soon",
        "report/intendedRecipient[1]/intendedRecipientPerson/email[2], not one",
        "report/lawEnforcement/officerContact/phone[1]/@extension, x"
    })
    void whatIsWrongLeadsToItsVeryField(String path, String wrong, FxRobot robot) {
        String text = wrong.equals("LONG") ? "x".repeat(3_000) : wrong;
        save(beside(path, text));
        show(robot, Language.EN, false, 1_368, 832);

        String name = FormParts.id(path.replaceAll("(profileUrl|url)\\[\\d]$", "$1"));
        List<String> reached = new ArrayList<>();
        int problems = desk.drafts().check(content()).size();
        for (int i = 0; i < problems; i++) {
            robot.push(KeyCode.F2);
            Node focus = stage.getScene().getFocusOwner();
            reached.add(focus.getId());
            assertThat(focus.getStyleClass()).as(focus.getId()).contains("wrong");
            assertThat(isInView(robot, focus)).as(focus.getId()).isTrue();
        }

        assertThat(reached).contains(name);
    }

    @Test
    void whatMayNotBeInABatchLeadsToItsPlaceWhateverItIs(FxRobot robot) {
        Element report = fields.with(everything(), "report/batchedReport/@reason", "VIRAL_POTENTIAL_MEME");
        report = fields.with(report, REPORTED + "estimatedLocation/countryCode", "NL");
        save(fields.with(report, "report/lawEnforcement/agencyName", "An agency"));
        show(robot, Language.EN, false, 1_368, 832);

        List<Fault> faults = desk.drafts().check(content()).stream()
                .filter(fault -> !fault.path().endsWith("originalFileName"))
                .toList();
        assertThat(faults).extracting(Fault::rule).contains(Rule.NOT_IN_BATCH);
        assertThat(robot.lookup("#referral-checks .hyperlink").queryAll()).hasSameSizeAs(faults);
        for (Node go : robot.lookup("#referral-checks .hyperlink").queryAll()) {
            robot.interact(((Hyperlink) go)::fire);
            assertThat(isInView(robot, stage.getScene().getFocusOwner())).isTrue();
            assertThat(stage.getScene().getFocusOwner().getStyleClass()).contains("wrong");
        }
    }

    @Test
    void aBatchLeavesOutWhatCannotStandInItTakesAccountsByTheirIdAndGivesAllBackOnceItIsNone(FxRobot robot) {
        save(fields.with(everything(), "report/additionalInfo", "seen twice"));
        show(robot, Language.EN, false, 1_368, 832);
        Content before = content();

        robot.interact(
                () -> robot.lookup("#report-batched").queryAs(CheckBox.class).fire());
        robot.push(KeyCode.ALT, KeyCode.A);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("report-personOrUserReported-2-espIdentifier");
        robot.write("u-92");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(desk.drafts().check(content()))
                .extracting(Fault::rule)
                .doesNotContain(Rule.NOT_IN_BATCH, Rule.BATCH_NEEDS_ID);
        assertThat(saved("report/personOrUserReported[2]/espIdentifier")).isEqualTo("u-92");
        assertThat(content().report().children())
                .extracting(Element::name)
                .doesNotContain("internetDetails", "victim", "additionalInfo");
        robot.push(KeyCode.ALT, KeyCode.V);
        assertThat(robot.lookup("#report-card-report-victim-1").<Node>tryQuery())
                .as("no victim has a place in it")
                .isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "referral-batch"));

        robot.push(KeyCode.ALT, KeyCode.X);
        robot.interact(
                () -> robot.lookup("#report-batched").queryAs(CheckBox.class).fire());
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void placesAreAddedByKindFilledInChangedAndRemovedByKeys(FxRobot robot) {
        show(robot, Language.EN, false, 1_368, 832);
        assertThat(labels(robot)).contains("Where it happened is not said yet.");

        robot.push(KeyCode.ALT, KeyCode.I);
        assertThat(menu(robot, "#report-add-place").isShowing()).isTrue();
        robot.push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.ENTER);
        assertThat(kind(robot, 1)).isEqualTo("chatImIncident");
        assertThat(text(robot, "#report-internetDetails-1-chatImIncident-chatClient"))
                .isEqualTo("Sample App");
        assertThat(text(robot, "#report-internetDetails-1-chatImIncident-content"))
                .isEqualTo("made up");

        robot.interact(() -> combo(robot, "#report-internetDetails-1").setValue("onlineGamingIncident"));
        assertThat(text(robot, "#report-internetDetails-1-onlineGamingIncident-content"))
                .isEqualTo("made up");
        robot.interact(() -> {
            field(robot, "#report-internetDetails-1-onlineGamingIncident-console")
                    .setText("Console");
            field(robot, "#report-internetDetails-1-onlineGamingIncident-console")
                    .requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved("report/internetDetails[1]/onlineGamingIncident/console"))
                .isEqualTo("Console");

        robot.push(KeyCode.ALT, KeyCode.X).push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(labels(robot)).contains("Where it happened is not said yet.");
        assertThat(fields.count(content().report(), "report/internetDetails")).isZero();
    }

    @Test
    void whatIsSaidOfAPersonIsAddedWhereTheFocusIsAndRemovedByKeys(FxRobot robot) {
        show(robot, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.V);
        assertThat(stage.getScene().getFocusOwner().getId()).startsWith("report-victim-1-");

        robot.push(KeyCode.ALT, KeyCode.A);
        assertThat(menu(robot, "#report-more-report-victim-1").isShowing()).isTrue();
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(stage.getScene().getFocusOwner().getId()).startsWith("report-victim-1-victimPerson-phone-1");
        robot.write("612345678");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved("report/victim[1]/victimPerson/phone[1]")).isEqualTo("612345678");

        robot.push(KeyCode.ALT, KeyCode.X);
        assertThat(robot.lookup("#report-victim-1-victimPerson-phone-1").<Node>tryQuery())
                .isEmpty();
        assertThat(stage.getScene().getFocusOwner().getId()).startsWith("report-victim-1-");
        robot.push(KeyCode.ALT, KeyCode.X);
        assertThat(robot.lookup("#report-card-report-victim-1").<Node>tryQuery())
                .isEmpty();
    }

    @Test
    void anEmptiedCardKeepsItsPlaceAndTheNextOneItsOwnWords(FxRobot robot) {
        Element report = fields.with(content().report(), REPORTED + "deviceId[1]/idType", "IMEI");
        report = fields.with(report, REPORTED + "deviceId[2]/idType", "SSID");
        save(report);
        show(robot, Language.EN, false, 1_368, 832);

        robot.interact(() ->
                field(robot, "#report-personOrUserReported-1-deviceId-1-idType").setText(""));
        robot.interact(() ->
                field(robot, "#report-personOrUserReported-1-deviceId-1-idType").setText("ICCID"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);

        assertThat(saved(REPORTED + "deviceId[1]/idType")).isEqualTo("ICCID");
        assertThat(saved(REPORTED + "deviceId[2]/idType")).isEqualTo("SSID");
    }

    @Test
    void aClosingIsAddedWithItsDatesAndCountriesAreFoundByTheirLetter(FxRobot robot) {
        show(robot, Language.EN, false, 1_368, 832);
        choose(robot, "#report-more-report-personOrUserReported-1", "Closed for good");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(saved(REPORTED + "accountPermanentlyDisabled")).isEqualTo("true");

        choose(robot, "#report-more-report-personOrUserReported-1", "Estimated location");
        ComboBox<String> country = combo(robot, "#report-personOrUserReported-1-estimatedLocation-countryCode");
        robot.interact(country::requestFocus);
        robot.write("nn");
        assertThat(country.getConverter().toString(country.getValue())).startsWith("Na");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    @Test
    void whatWasFiledIsReadOnly(FxRobot robot) {
        save(fields.with(
                content().report(), "report/incidentSummary/incidentType", IncidentType.CHILD_SEX_TOURISM.code()));
        clock.advance(Duration.ofMinutes(1));
        desk.drafts().file(ANNA, referral, Environment.TEST);
        show(robot, Language.EN, false, 1_368, 832);

        robot.push(KeyCode.ALT, KeyCode.A).push(KeyCode.ALT, KeyCode.I);

        assertThat(menu(robot, "#report-add-place").isDisabled()).isTrue();
        assertThat(menu(robot, "#report-more-report-personOrUserReported-1").isShowing())
                .isFalse();
    }

    @Test
    void picturesOfItInBothLanguagesAndLooksAndAtBothSizes(FxRobot robot) {
        save(everything());
        for (Language language : Language.values()) {
            for (boolean dark : List.of(false, true)) {
                for (int[] size : List.of(new int[] {1_368, 832}, new int[] {1_028, 632})) {
                    show(robot, language, dark, size[0], size[1]);
                    for (String part : List.of(
                            "#report-card-report-internetDetails-1",
                            "#report-card-report-personOrUserReported-1-personOrUserReportedPerson-phone-1",
                            "#report-card-report-personOrUserReported-1-associatedAccount-1",
                            "#report-card-report-victim-1")) {
                        robot.interact(() -> scrollTo(robot, part));
                        String name = part.substring(part.lastIndexOf("report-") + 7) + "-" + language.tag()
                                + (dark ? "-dark-" : "-light-") + size[0];
                        robot.interact(() -> Pictures.save(stage.getScene(), "form-" + name));
                    }
                    assertThat(robot.lookup("#report-card-report-victim-1").<Node>tryQuery())
                            .isPresent();
                }
            }
        }
    }

    private void scrollTo(FxRobot robot, String id) {
        ScrollPane scroll = robot.lookup("#report-form .scroll-pane").queryAs(ScrollPane.class);
        Node content = scroll.getContent();
        Node card = robot.lookup(id).query();
        double top =
                content.sceneToLocal(card.localToScene(card.getBoundsInLocal())).getMinY();
        double hidden = content.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(Math.clamp((top - 40) / hidden, 0, 1));
    }

    private boolean isInView(FxRobot robot, Node node) {
        ScrollPane scroll = robot.lookup("#report-form .scroll-pane").queryAs(ScrollPane.class);
        var view = scroll.localToScene(scroll.getBoundsInLocal());
        return view.intersects(node.localToScene(node.getBoundsInLocal()));
    }

    /** A report in which this field says that, and everything before it in its lists is there. */
    private Element beside(String path, String text) {
        Element report = content().report();
        int bracket = path.lastIndexOf("[2]");
        if (bracket > 0) {
            String first = path.substring(0, bracket) + "[1]";
            report = fields.flagged(report, first, true);
            report = first.endsWith("profileUrl[1]") ? fields.with(report, first, "https://app.example/u") : report;
        }
        return fields.with(report, path, text);
    }

    private Element everything() {
        Element report = content().report();
        report = fields.with(report, "report/internetDetails[1]/chatImIncident/chatClient", "Sample App");
        report =
                fields.with(report, "report/internetDetails[2]/nonInternetIncident/incidentAddress[1]/city", "Utrecht");
        String phone = REPORTED + "personOrUserReportedPerson/phone[1]";
        for (Map.Entry<String, String> one : Map.of(
                        phone,
                        "612345678",
                        phone + "/@countryCallingCode",
                        "31",
                        REPORTED + "ipCaptureEvent[1]/ipAddress",
                        "192.0.2.7",
                        REPORTED + "deviceId[1]/idType",
                        "IMEI",
                        REPORTED + "accountPermanentlyDisabled",
                        "true",
                        REPORTED + "accountPermanentlyDisabled/@disabledDate",
                        "2026-11-02T11:00:00Z",
                        REPORTED + "associatedAccount[1]/platform",
                        "Another App",
                        REPORTED + "associatedAccount[1]/phone[1]",
                        "687654321",
                        "report/victim[1]/victimPerson/age",
                        "12",
                        "report/victim[1]/victimPerson/email[1]",
                        "v@example.org")
                .entrySet()) {
            report = fields.with(report, one.getKey(), one.getValue());
        }
        return report;
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

    private String kind(FxRobot robot, int number) {
        return combo(robot, "#report-internetDetails-" + number).getValue();
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

    private static List<String> labels(FxRobot robot) {
        return robot.lookup("#report-form .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Language language, boolean dark, double width, double height) {
        robot.interact(() -> {
            if (screen != null) {
                screen.hidden();
            }
            var kit = Kit.of(new Texts(language), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var layer = new StackPane();
            var doors = new ReferralDoors(desk.workspace(), desk.drafts(), desk.sending());
            var dialogs = new Dialogs(layer, kit.texts());
            screen = new ReferralsScreen(doors, ANNA, kit, dialogs, new Sizes(Map.of()), _ -> {});
            layer.getChildren().setAll(screen.node());
            var scene = new Scene(layer, width, height);
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            screen.shown();
        });
        robot.push(KeyCode.ENTER);
        assertThat(Set.of(robot.lookup("#report-form").query())).hasSize(1);
    }
}
