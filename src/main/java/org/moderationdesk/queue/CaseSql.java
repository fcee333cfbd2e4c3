package org.moderationdesk.queue;

/**
 * The three queries of a keyset page over one state and queue. The order names the columns of the index from the first
 * one, also those fixed by equality, and the keyset goes in two steps: H2 otherwise reads and sorts every waiting case.
 *
 * @param first from the beginning: state, queue, limit
 * @param ties those equal in value to the last one, beyond it by id: state, queue, value, id, limit
 * @param beyond those beyond it in value: state, queue, value, limit
 */
record CaseSql(String first, String ties, String beyond) {
    /**
     * @param forward in the order of the list; false walks it backwards
     * @param held with the holder, for cases that have one
     */
    static CaseSql of(Ordering ordering, boolean forward, boolean held) {
        String column = ordering.column();
        boolean falling = ordering.descending() == forward;
        String select = "select " + CaseTable.COLUMNS
                + (held
                        ? ", l.holder from open_case c left join lease l on l.case_id = c.id"
                        : ", cast(null as varchar) as holder from open_case c")
                + " where c.state = ? and c.queue = ?";
        String direction = forward ? "" : " desc";
        String order = " order by c.state%s, c.queue%s, c.%s%s, c.id%s fetch first ? rows only"
                .formatted(direction, direction, column, falling ? " desc" : "", direction);
        return new CaseSql(
                select + order,
                select + " and c." + column + " = ? and c.id " + (forward ? ">" : "<") + " ?" + order,
                select + " and c." + column + (falling ? " < ?" : " > ?") + order);
    }
}
