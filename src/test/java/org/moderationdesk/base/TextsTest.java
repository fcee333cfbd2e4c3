package org.moderationdesk.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextsTest {
    private final Texts english = new Texts(Language.EN);

    @Test
    void placesAreFilledIn() {
        assertThat(english.get("staff.support", "Peer support, extension 4400"))
                .isEqualTo("Need to talk to someone? Peer support, extension 4400");
    }

    @Test
    void wordsWithoutPlacesKeepTheirApostrophesWhateverIsGiven() {
        assertThat(english.get("proof.differs.NOT_SIGNED", 1_161)).contains("this log's key");
    }
}
