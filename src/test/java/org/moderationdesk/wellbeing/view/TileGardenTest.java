package org.moderationdesk.wellbeing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moderationdesk.wellbeing.view.TileGarden.Tile;

class TileGardenTest {
    private final TileGarden garden = new TileGarden(new Random(4));

    @Test
    void tilesMoveTurnAndStayWithinTheGarden() {
        int start = garden.drifting().getFirst().column();

        assertThat(garden.move(1)).isTrue();
        assertThat(garden.drifting().getFirst().column()).isEqualTo(start + 1);
        assertThat(garden.turn()).isTrue();
        while (garden.move(1)) {
            assertThat(garden.drifting()).allMatch(tile -> tile.column() < TileGarden.COLUMNS);
        }
        assertThat(garden.turn()).isTrue();
        assertThat(garden.drifting()).allMatch(tile -> tile.column() >= 0 && tile.column() < TileGarden.COLUMNS);
    }

    @Test
    void aPairDriftsDownAndComesToRestBeforeTheNextBegins() {
        List<Tile> begun = garden.drifting();
        for (int i = 0; i < TileGarden.ROWS; i++) {
            List<Tile> unused = garden.step();
        }

        assertThat(begun).allSatisfy(tile -> assertThat(garden.at(tile.column(), TileGarden.ROWS - 1))
                .isEqualTo(tile.colour()));
        assertThat(garden.drifting().getFirst().row()).isZero();
    }

    @Test
    void theGameNeverEndsAndFourThatTouchNeverStay() {
        var hand = new Random(8);
        int faded = 0;
        for (int i = 0; i < 5_000; i++) {
            switch (hand.nextInt(4)) {
                case 0 -> garden.move(-1);
                case 1 -> garden.move(1);
                case 2 -> garden.turn();
                default -> faded += garden.step().size();
            }
            assertThat(garden.drifting()).allMatch(tile -> tile.row() < TileGarden.ROWS);
        }

        assertThat(faded).isGreaterThan(50);
        assertThat(fourInARow()).isFalse();
    }

    @Test
    void aFullGardenSinksAndGoesOn() {
        for (int i = 0; i < 400; i++) {
            List<Tile> unused = garden.step();
        }

        assertThat(garden.drifting().getFirst().row()).isLessThan(TileGarden.ROWS);
        assertThat(garden.step()).isNotNull();
    }

    private boolean fourInARow() {
        for (int y = 0; y < TileGarden.ROWS; y++) {
            for (int x = 0; x + 3 < TileGarden.COLUMNS; x++) {
                int colour = garden.at(x, y);
                if (colour != 0
                        && garden.at(x + 1, y) == colour
                        && garden.at(x + 2, y) == colour
                        && garden.at(x + 3, y) == colour) {
                    return true;
                }
            }
        }
        return false;
    }
}
