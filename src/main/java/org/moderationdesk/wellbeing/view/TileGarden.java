package org.moderationdesk.wellbeing.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The calm game: pairs of coloured tiles drift down, and where four of a colour touch they fade. Nothing is counted and
 * nothing is lost: a full garden sinks a little and goes on. Knows no JavaFX.
 */
final class TileGarden {
    static final int COLUMNS = 8;
    static final int ROWS = 11;
    static final int COLOURS = 5;

    private static final int TOUCHING = 4;
    private static final int SINKS_BY = 4;
    private static final int[][] AROUND = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

    private final RandomGenerator random;
    private int[][] colours = new int[ROWS][COLUMNS];
    private int column;
    private int row;
    private int turn;
    private int first;
    private int second;

    TileGarden(RandomGenerator random) {
        this.random = random;
        begin();
    }

    /** One tile, at rest or drifting; row 0 is at the top, and above it is -1; colours count from 1. */
    record Tile(int column, int row, int colour) {}

    /** The colour at rest there; 0 for none. */
    int at(int column, int row) {
        return colours[row][column];
    }

    /** The two tiles that drift. */
    List<Tile> drifting() {
        int[] beside = AROUND[turn];
        return List.of(new Tile(column, row, first), new Tile(column + beside[0], row + beside[1], second));
    }

    boolean move(int by) {
        return place(column + by, row, turn);
    }

    /** A quarter to the right, away from a wall where that is needed. */
    boolean turn() {
        int next = (turn + 1) % AROUND.length;
        return place(column, row, next) || place(column - 1, row, next) || place(column + 1, row, next);
    }

    /** Drifts one row down; where it cannot, it comes to rest, and these tiles have faded. */
    List<Tile> step() {
        if (place(column, row + 1, turn)) {
            return List.of();
        }
        for (Tile tile : drifting()) {
            if (tile.row() >= 0) {
                colours[tile.row()][tile.column()] = tile.colour();
            }
        }
        settle();
        List<Tile> faded = new ArrayList<>();
        List<Tile> now = touching();
        while (!now.isEmpty()) {
            now.forEach(tile -> colours[tile.row()][tile.column()] = 0);
            faded.addAll(now);
            settle();
            now = touching();
        }
        begin();
        if (!isFree(column, row, turn)) {
            faded.addAll(sink());
        }
        return faded;
    }

    private void begin() {
        column = COLUMNS / 2 - 1;
        row = 0;
        turn = 1;
        first = 1 + random.nextInt(COLOURS);
        second = 1 + random.nextInt(COLOURS);
    }

    private boolean place(int toColumn, int toRow, int toTurn) {
        if (!isFree(toColumn, toRow, toTurn)) {
            return false;
        }
        column = toColumn;
        row = toRow;
        turn = toTurn;
        return true;
    }

    private boolean isFree(int toColumn, int toRow, int toTurn) {
        int[] beside = AROUND[toTurn];
        return isFree(toColumn, toRow) && isFree(toColumn + beside[0], toRow + beside[1]);
    }

    private boolean isFree(int x, int y) {
        return x >= 0 && x < COLUMNS && y < ROWS && (y < 0 || colours[y][x] == 0);
    }

    /** Tiles with nothing beneath them drop. */
    private void settle() {
        for (int x = 0; x < COLUMNS; x++) {
            int to = ROWS - 1;
            for (int y = ROWS - 1; y >= 0; y--) {
                int colour = colours[y][x];
                if (colour != 0) {
                    colours[y][x] = 0;
                    colours[to--][x] = colour;
                }
            }
        }
    }

    private List<Tile> touching() {
        List<Tile> found = new ArrayList<>();
        Set<Tile> seen = new HashSet<>();
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                var tile = new Tile(x, y, colours[y][x]);
                if (tile.colour() != 0 && !seen.contains(tile)) {
                    List<Tile> group = group(tile);
                    seen.addAll(group);
                    if (group.size() >= TOUCHING) {
                        found.addAll(group);
                    }
                }
            }
        }
        return found;
    }

    private List<Tile> group(Tile from) {
        Set<Tile> group = new HashSet<>(Set.of(from));
        Deque<Tile> next = new ArrayDeque<>(Set.of(from));
        while (!next.isEmpty()) {
            Tile tile = next.remove();
            for (int[] step : AROUND) {
                int x = tile.column() + step[0];
                int y = tile.row() + step[1];
                if (x >= 0 && x < COLUMNS && y >= 0 && y < ROWS && colours[y][x] == from.colour()) {
                    var neighbour = new Tile(x, y, from.colour());
                    if (group.add(neighbour)) {
                        next.add(neighbour);
                    }
                }
            }
        }
        return List.copyOf(group);
    }

    /** The lowest rows fade, and the others come down. */
    private List<Tile> sink() {
        List<Tile> faded = new ArrayList<>();
        for (int y = ROWS - SINKS_BY; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                if (colours[y][x] != 0) {
                    faded.add(new Tile(x, y, colours[y][x]));
                }
            }
        }
        int[][] lower = new int[ROWS][COLUMNS];
        System.arraycopy(colours, 0, lower, SINKS_BY, ROWS - SINKS_BY);
        colours = lower;
        return faded;
    }
}
