package org.moderationdesk.insights.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.MadeSources;
import org.moderationdesk.insights.Sources;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class MetricCardsTest {
    private static final Person LEAD = new Person("Ruth van Dijk", Set.of(Role.TEAM_LEAD), false);
    private static final Book BOOK = new BookReader().read("2020-12");

    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(640);
        stage.setHeight(200);
        stage.show();
    }

    @Test
    void kappaStandsWithItsIntervalAndItsPairs(FxRobot robot) {
        furnish(robot, MadeSources.full(), Language.EN);

        assertThat(robot.lookup("#metric-kappa").queryAs(Label.class).getText()).matches("0\\.\\d\\d");
        assertThat(words(robot)).anyMatch(word -> word.matches("95 % CI 0\\.\\d\\d to 0\\.\\d\\d"));
        assertThat(words(robot)).anyMatch(word -> word.matches("[\\d,]+ blind pairs, \\d+ % same outcome"));
        assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "metric-cards-en"));
    }

    @Test
    void withoutPairsTheCardSaysThatTheyAreTooFew(FxRobot robot) {
        furnish(robot, MadeSources.empty(), Language.NL);

        assertThat(robot.lookup("#metric-kappa").tryQuery()).isEmpty();
        assertThat(words(robot))
                .contains("0 blinde paren, te weinig voor een cijfer (20)", "Er is nog niets nagekeken");
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private void furnish(FxRobot robot, Sources sources, Language language) {
        robot.interact(() -> {
            var reader = new InsightsReader(
                    sources, LEAD, BOOK, InstantSource.fixed(MadeSources.NOW), ZoneId.of("Europe/Amsterdam"));
            var cards = new MetricCards(reader, new InlineBackground(), new InsightWords(new Texts(language), BOOK));
            cards.refresh();
            var scene = new Scene(new HBox(cards.agreement(), cards.overturned()), 640, 200);
            var theme = new Theme(List.of("shell", "insights"));
            theme.set(new Look(false, 100));
            theme.dress(scene);
            stage.setScene(scene);
        });
    }
}
