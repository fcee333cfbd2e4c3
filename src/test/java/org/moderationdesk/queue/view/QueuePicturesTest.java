package org.moderationdesk.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.fx.Times;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Takes pictures of the list in all its states, both looks and both languages. */
@ExtendWith(ApplicationExtension.class)
final class QueuePicturesTest {
    private final ListDesk desk = new ListDesk();
    private final ListDesk.HeldBackground background = new ListDesk.HeldBackground();
    private Stage window;

    @TempDir
    private @Nullable Path folder;

    @Start
    void show(Stage stage) {
        window = stage;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theListIsPictured(FxRobot robot) {
        fill();
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                robot.interact(() -> picture(language, dark));
            }
        }
        assertThat(desk.queue().counts(ListDesk.NOOR, "general").waiting()).isGreaterThan(6);
    }

    private void fill() {
        flag("L-1", ItemKind.LIVESTREAM, "Live: soda-rocket launch in a garden", "nl", "BE", "5.3");
        desk.clock().advance(Duration.ofMinutes(4));
        flag("V-20418", ItemKind.VIDEO, "One-hand knife trick while cooking", "nl", "NL", "5.3");
        desk.clock().advance(Duration.ofMinutes(220));
        flag("C-1", ItemKind.COMMENT, "“That haircut was a lost bet”", "nl", "NL", "7.2");
        flag("A-1", ItemKind.ACCOUNT, "@bakkerij_dekorst_nl copies a bakery", "nl", "NL", "9.2");
        flag("V-2", ItemKind.VIDEO, "Museum tour: cabinet of antique pistols", "nl", "BE", "4.2");
        desk.clock().advance(Duration.ofMinutes(12));
        flag("I-1", ItemKind.IMAGE, "“Double your festival coins” poster", "nl", "NL", "9.1");
        flag("S-1", ItemKind.AUDIO, "Prank-call sketch about a lost cat", "fy", "NL", "7.1");
        flag("T-1", ItemKind.TEXT, "Bio text: “1 000 likes for € 2”", "en", "NL", "9.1");
        flag("V-3", ItemKind.VIDEO, "Full song behind a bread-folding tutorial", "nl", "NL", "9.3");
        flag("I-9", ItemKind.IMAGE, "not shown", "nl", "NL", "8.1");
        desk.claim("L-1", Person.alone("Milan"));
        desk.claim("V-20418", ListDesk.NOOR);
        desk.claim("A-1", Person.alone("Priya"));
    }

    private void flag(String id, ItemKind kind, String text, String language, String region, String section) {
        desk.flag(
                ListDesk.item(id, kind, text, language, region),
                FlaggedItems.report("r1-" + id, section),
                FlaggedItems.report("r2-" + id, section));
    }

    private void picture(Language language, boolean dark) {
        QueueModel model = desk.model(background);
        var texts = new Texts(language);
        var pane = new QueuePane(
                model,
                desk.words(language),
                new Times(texts, ZoneOffset.UTC),
                new Settings(folder),
                background,
                _ -> {});
        var scene = new Scene((Parent) pane.node(), 272, 832);
        var theme = new Theme(java.util.List.of("items", "queue"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        window.setScene(scene);
        window.setWidth(272);
        window.setHeight(832);
        window.show();
        String end = language.tag() + (dark ? "-dark" : "-light");
        model.refresh();
        background.answerAll();
        model.heldCaseProperty()
                .set(desk.queue().find(ListDesk.NOOR, "V-20418").orElseThrow().id());
        model.select(model.rows().get(1));
        save(scene, "queue-list-" + end);
        model.put(new FilterChoice.OfSeverity(Severity.HIGH), true);
        background.answerAll();
        save(scene, "queue-filtered-" + end);
        model.put(new FilterChoice.OfKind(ItemKind.TEXT), true);
        model.put(new FilterChoice.InLanguage("fy"), true);
        background.answerAll();
        save(scene, "queue-nothing-" + end);
        model.showQueue("legal");
        model.clearFilters();
        background.answerAll();
        save(scene, "queue-empty-" + end);
        background.goDown(true);
        model.refresh();
        background.answerAll();
        background.goDown(false);
        save(scene, "queue-lost-" + end);
    }

    private static void save(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().layout();
        Pictures.save(scene, name);
    }
}
