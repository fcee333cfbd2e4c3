package org.moderationdesk.items;

import java.util.LinkedHashMap;
import java.util.Map;
import org.moderationdesk.base.CanonicalJson;

/**
 * What the desk knows of an account after another line names it: a field that the line gives replaces what was known,
 * one that it leaves out stays. What has grown beyond what the store holds is replaced whole.
 */
final class AccountMerge {
    private AccountMerge() {}

    /**
     * Canonical JSON of the account as it is known from now on.
     *
     * @param known canonical JSON of the account as known
     * @param alone canonical JSON of the account as the line tells of it
     */
    static String merge(String known, String alone, Author author, boolean historyGiven) {
        if (known.equals(alone)) {
            return alone;
        }
        Map<String, Object> news = ItemFields.account(author);
        Map<String, Object> merged = new LinkedHashMap<>(StoredJson.map(known));
        if (news.containsKey("age")) {
            merged.remove("ageSource");
        }
        if (historyGiven) {
            merged.remove("priorMeasures");
        }
        if (merged.get("extra") instanceof Map<?, ?> before) {
            Map<Object, Object> extra = new LinkedHashMap<>(before);
            extra.putAll(author.extra());
            news.put("extra", extra);
        }
        merged.putAll(news);
        String both = CanonicalJson.write(merged);
        return both.length() > DeskFormat.LONGEST_CONTENT ? alone : both;
    }
}
