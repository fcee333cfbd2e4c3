package org.moderationdesk.calibration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;

/** Puts free text back where its numbers or ids stand. */
final class FreeTexts {
    private static final int AT_ONCE = 500;
    private static final String WORDS = "select id, words from personal_text where id in (<ids>)";

    private FreeTexts() {}

    /** What these ids stand for; what was erased is not in it. */
    static Map<String, String> of(Handle handle, Collection<String> ids) {
        var found = new HashMap<String, String>();
        List<String> wanted = List.copyOf(ids);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            handle.createQuery(WORDS)
                    .bindList("ids", wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)))
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** A proposal that holds numbers where somebody wrote free text, with the texts of these numbers. */
    static Proposal filled(String body, IntFunction<String> text) {
        Proposal numbered = ProposalJson.readDraft(body).proposal();
        return ProposalJson.readDraft(ProposalJson.write(numbered, number -> text.apply(Integer.parseInt(number))))
                .proposal();
    }
}
