package org.moderationdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word on a screen stands outside the bundles, and both languages say everything. */
final class TextBundleTest {
    private static final Path PLANTED = Path.of("src/test/resources/planted/texts");

    private final Bundles bundles = new Bundles(Path.of("resources/text"));
    private final ScreenSources screens = new ScreenSources(Path.of("src/main/java"));
    private final Bundles plantedBundles = new Bundles(PLANTED.resolve("bundles"));
    private final ScreenSources plantedScreens = new ScreenSources(PLANTED.resolve("source"));

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
        assertThat(bundles.faults()).isEmpty();
    }

    @Test
    void everyTextAskedForIsInABundle() {
        assertThat(screens.missingTexts(bundles)).isEmpty();
    }

    @Test
    void noScreenShowsALiteral() {
        assertThat(screens.literalWords()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue_nl.properties lacks a line, paste and translate: queue.only-english=Only here",
                "queue.properties lacks a line, paste and translate: queue.only-dutch=Alleen hier",
                "queue.count={0} zaken has other places than {0} cases of {1}",
                "queue.properties: queue.empty is empty",
                "queue.properties: queue.twice stands twice",
                "queue.properties: stranger.key does not start with queue.",
                "queue_nl.properties: queue.photos has places, so write each ' twice",
                "queue.properties: queue.plain has no places, so write each ' once",
                "lonely_nl.properties is missing"
            })
    void aPlantedFaultInABundleIsCaughtWithTheLineToPaste(String fault) {
        assertThat(plantedBundles.faults()).anyMatch(line -> line.contains(fault));
    }

    @Test
    void aSoundBundleHasNoFault() {
        assertThat(plantedBundles.faults()).noneMatch(line -> line.contains("sound"));
    }

    @Test
    void plantedLiteralsOnAScreenAreCaughtWithTheLineToPaste() {
        List<String> found = plantedScreens.literalWords();

        assertThat(found).hasSize(3).allMatch(line -> line.contains("Faulty.java"));
        assertThat(found.getFirst()).endsWith("queue.properties: queue.literal-on-screen=Literal on screen");
        assertThat(found.get(1)).endsWith("queue.waiting-cases= waiting cases");
        assertThat(found.get(2)).endsWith("queue.spoken-literal=Spoken literal");
    }

    @Test
    void plantedKeysThatNoBundleHasAreCaughtWithTheLineToPaste() {
        assertThat(plantedScreens.missingTexts(plantedBundles))
                .hasSize(2)
                .allMatch(line -> line.contains("Faulty.java"))
                .anyMatch(line -> line.endsWith("queue.properties: queue.no-such-key=…"))
                .anyMatch(line -> line.endsWith("queue.properties: queue.no-such-prefix.=…"));
    }

    @Test
    void aHouseWithoutBundlesHasNoFault() {
        assertThat(new Bundles(PLANTED.resolve("nowhere")).faults()).isEmpty();
    }
}
