package org.moderationdesk.review;

import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;

/** Proposals for tests, as the decision rules write them. */
public final class Proposed {
    private Proposed() {}

    public static Proposal removal(String item) {
        return of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"a knife is tossed and caught"
            """);
    }

    public static Proposal ban(String item) {
        return of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},
            "rationale":"a knife is tossed and caught"
            """);
    }

    static Proposal escalation(String item, String clause, String to) {
        return of(item, """
            "answers":{"%s":"YES"},"notes":{"%s":"looks so"},"outcome":"ESCALATE","escalateTo":"%s",
            "rationale":"somebody who knows has to look"
            """.formatted(clause, clause, to));
    }

    static Proposal withoutClause(String item) {
        return of(item, "\"outcome\":\"REMOVE\",\"rationale\":\"it simply has to go now\"");
    }

    public static Proposal of(String item, String fields) {
        return ProposalJson.readDraft("{\"item\":\"" + item + "\"," + fields + "}")
                .proposal();
    }
}
