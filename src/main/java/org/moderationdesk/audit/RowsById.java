package org.moderationdesk.audit;

/**
 * Finds the row of a decision by its id, in about eight bytes a decision: a table of rows, each at the first free place
 * from the one that its id points at. Filled by one thread; a reader finds what was there when it got its size.
 */
final class RowsById {
    private static final int FIRST = 2_048;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** One more than the row; 0 for none. At least half of them are free. */
    private final int[] places;

    private RowsById(int places) {
        this.places = new int[places];
    }

    static RowsById empty() {
        return new RowsById(FIRST);
    }

    /** With one more row, the next one after all that are in it; a larger table where it becomes too full. */
    RowsById with(FactColumns columns, int row) {
        RowsById into = this;
        if ((row + 1) * 2L > places.length) {
            into = new RowsById(places.length * 2);
            for (int earlier = 0; earlier < row; earlier++) {
                into.put(columns, earlier);
            }
        }
        into.put(columns, row);
        return into;
    }

    private void put(FactColumns columns, int row) {
        int place = place(columns.idHigh[row], columns.idLow[row]);
        while (places[place] != 0) {
            place = place + 1 & places.length - 1;
        }
        places[place] = row + 1;
    }

    /** The row, of those before this size, or -1. */
    int find(FactColumns columns, int size, long idHigh, long idLow) {
        int place = place(idHigh, idLow);
        while (places[place] != 0) {
            int row = places[place] - 1;
            if (row < size && columns.idHigh[row] == idHigh && columns.idLow[row] == idLow) {
                return row;
            }
            place = place + 1 & places.length - 1;
        }
        return -1;
    }

    private int place(long idHigh, long idLow) {
        return (int) ((idHigh ^ idLow) * SPREAD >>> Integer.SIZE) & places.length - 1;
    }

    long bytes() {
        return (long) places.length * Integer.BYTES;
    }
}
