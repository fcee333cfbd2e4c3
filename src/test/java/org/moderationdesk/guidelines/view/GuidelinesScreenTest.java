package org.moderationdesk.guidelines.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class GuidelinesScreenTest {
    private final Book book = new BookReader().read("2020-12");
    private @Nullable GuidelinesScreen screen;
    private @Nullable Scene scene;

    @Start
    void show(Stage stage) {
        screen = new GuidelinesScreen(book, new Texts(Language.EN), new Sizes(Map.of()));
        scene = new Scene((javafx.scene.Parent) screen.node(), 1368, 832);
        var theme = new Theme(java.util.List.of("guidelines"));
        theme.set(new Look(false, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1368);
        stage.setHeight(832);
        stage.show();
    }

    @Test
    void aClauseIsFoundByKeysAloneAndMarkedOnItsPage(FxRobot robot) {
        robot.interact(screen::shown);
        robot.push(KeyCode.SLASH);
        robot.write("5.3.3");
        robot.push(KeyCode.DOWN);

        assertThat(robot.lookup("#clause-5-3-3").tryQuery()).isPresent();
        robot.interact(() -> Pictures.save(scene, "guidelines-search"));
        assertThat(robot.lookup("#guidelines-hits").queryAs(ListView.class).getItems())
                .hasSize(1);
    }

    @Test
    void theTextCanBeReadInTheOtherLanguage(FxRobot robot) {
        robot.interact(() -> screen.open(new ClauseCode("3.2.1")));
        String english = book.words(Language.EN).text(new ClauseCode("3.2.1"));
        assertThat(shows(robot, english)).isTrue();

        robot.interact(() -> robot.lookup("#guidelines-language-nl")
                .queryAs(javafx.scene.control.ToggleButton.class)
                .fire());

        assertThat(shows(robot, book.words(Language.NL).text(new ClauseCode("3.2.1"))))
                .isTrue();
        assertThat(shows(robot, english)).isFalse();
        robot.interact(() -> Pictures.save(scene, "guidelines-section"));
    }

    @Test
    void everySectionAndEveryClauseHasAPageAndACard(FxRobot robot) {
        var card = new GuidelineCard(book, new Texts(Language.NL), _ -> {});
        robot.interact(() -> {
            book.sections()
                    .forEach(section -> screen.open(section.rules().getFirst().code()));
            book.rules().forEach(rule -> assertThat(card.content(rule.code()).getChildren())
                    .hasSizeGreaterThan(2));
        });

        assertThat(book.rules()).hasSize(128);
        assertThat(screen.path().getValue()).hasSize(1);
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup((Label label) ->
                        label.getText() != null && label.getText().equals(words))
                .tryQuery()
                .isPresent();
    }
}
