package org.moderationdesk.items;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;

/**
 * What the desk knows of an account after another line names it: a field that the line gives replaces what was known,
 * one that it leaves out stays. What has grown beyond what the store holds is replaced whole.
 */
final class AccountMerge {
    private AccountMerge() {}

    /** @param known canonical JSON of the account as known, if it is */
    static String merge(@Nullable String known, Author author, boolean historyGiven) {
        Map<String, Object> news = ItemFields.account(author);
        String alone = CanonicalJson.write(news);
        if (known == null || known.equals(alone)) {
            return alone;
        }
        Map<String, Object> merged = new LinkedHashMap<>(StoredJson.map(known));
        if (news.containsKey("age")) {
            merged.remove("ageSource");
        }
        if (historyGiven) {
            merged.remove("priorMeasures");
        }
        if (merged.get("extra") instanceof Map<?, ?> before && !author.extra().isEmpty()) {
            Map<Object, Object> extra = new LinkedHashMap<>(before);
            extra.putAll(author.extra());
            news.put("extra", extra);
        }
        news.forEach((name, value) -> {
            if (!name.equals("extra") || !author.extra().isEmpty()) {
                merged.put(name, value);
            }
        });
        String both = CanonicalJson.write(merged);
        return both.length() > DeskFormat.LONGEST_CONTENT ? alone : both;
    }
}
