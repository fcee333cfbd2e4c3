package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ClauseCode;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Takes pictures of the pane, filled, in both looks and languages. */
@ExtendWith(ApplicationExtension.class)
final class ItemPicturesTest {
    private static final String TEXT = """
        Ruil je oude kookmessen, gratis op te halen.
        Kijk op https://good.example@evil.example/messen voor de lijst.
        Let op: \u202Etxt.exe\u202C en een z\u200Bero-width teken; m\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030Bet opgestapelde tekens.
        <b>Geen opmaak</b> \uD83D\uDC69\u200D\uD83C\uDF73 \u05E9\u05DC\u05D5\u05DD wereld.
        """;

    private Stage window;

    @Start
    void show(Stage stage) {
        window = stage;
    }

    @Test
    void everyKindOfItemIsPictured(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                robot.interact(() -> {
                    var desk = new ItemDesk(window, language, new InlineBackground());
                    desk.theme().set(new org.moderationdesk.fx.Look(dark, 100));
                    String end = language.tag() + (dark ? "-dark" : "-light");
                    picture(desk, SampleItems.image(), 0, "item-image-" + end);
                    picture(desk, SampleItems.video(), 1, "item-video-" + end);
                    picture(desk, SampleItems.sealed(), 5, "item-sealed-" + end);
                    desk.model().show(SampleItems.text(TEXT));
                    desk.model()
                            .marks()
                            .add(new EvidenceMark.InText(
                                    new ClauseCode("5.3.3"), EvidenceMark.Place.TEXT, 0, 11, 21, null));
                    desk.model().clauseProperty().set(new ClauseCode("5.3.3"));
                    desk.pane().focusContent();
                    desk.pane().selectTab(3);
                    Path taken = save(desk, "item-text-" + end);
                    assertThat(taken).isNotEmptyFile();
                    picture(desk, SampleItems.account(), 2, "item-account-" + end);
                    picture(desk, SampleItems.heldByMilan(), 4, "item-held-" + end);
                });
            }
        }
    }

    private static void picture(ItemDesk desk, OpenItem item, int tab, String name) {
        desk.model().show(item);
        desk.pane().selectTab(tab);
        save(desk, name);
    }

    private static Path save(ItemDesk desk, String name) {
        desk.scene().getRoot().applyCss();
        desk.scene().getRoot().layout();
        desk.scene().getRoot().layout();
        return Pictures.save(desk.scene(), name);
    }
}
