package org.moderationdesk.retention;

/** Statements of one act past the desk, as whoever may erase would write them on a connection of their own. */
final class ErasingAct {
    static final String NOW = "(extract(epoch from now()) * 1000)::bigint";

    private ErasingAct() {}

    /** The facts of an entry that says that a period is over. */
    static String period(String what) {
        return "{\"why\":\"PERIOD\",\"what\":\"" + what + "\"}";
    }

    /** An act as the desk would do it: the rows, the entry that tells of one of them, and the head of the log. */
    static String told(String login, String row, String sql, String facts) {
        return """
            do $act$
            declare h log_head; b text; r jsonb; at bigint := %s;
            begin
                select * into h from log_head where id = 1;
                r := %s;
                %s;
                b := jsonb_build_object('at', at, 'by', '%s', 'case', null, 'facts', '%s'::jsonb, 'item', null,
                    'kind', 'ERASED', 'personal', '[]'::jsonb, 'rows', jsonb_build_array(r), 'seq', h.seq + 1)::text;
                insert into event (seq, at, kind, person, body, hash) values (h.seq + 1, at, 'ERASED', '%s', b,
                    encode(sha256(convert_to(h.hash || b, 'UTF8')), 'hex'));
                update log_head set seq = h.seq + 1, hash = encode(sha256(convert_to(h.hash || b, 'UTF8')), 'hex')
                 where id = 1;
                set constraints all immediate;
            end $act$
            """.formatted(NOW, row, sql.startsWith("select") ? "perform 1" : sql, login, facts, login);
    }
}
