package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moderationdesk.base.Texts;

/** Names a field of NCMEC's documents as the form does; one that the form lacks by NCMEC's own name for it. */
final class FaultWords {
    private static final Pattern PART = Pattern.compile("(@?\\w+)(?:\\[(\\d+)])?");

    private final Texts texts;

    FaultWords(Texts texts) {
        this.texts = texts;
    }

    /** "Victim 2, e-mail 1"; the documents themselves are not named. */
    String field(String path) {
        List<String> parts = new ArrayList<>();
        String[] all = path.split("/", -1);
        for (int i = 0; i < all.length; i++) {
            Matcher part = PART.matcher(all[i]);
            if (!part.matches()) {
                parts.add(all[i]);
                continue;
            }
            String name = part.group(1);
            boolean isRoot = i == 0 && all.length > 1 && name.equals("report");
            if (!isRoot) {
                parts.add(
                        part.group(2) == null
                                ? name(name)
                                : texts.get("referrals.field.several", name(name), Integer.parseInt(part.group(2))));
            }
        }
        return String.join(", ", parts);
    }

    String name(String element) {
        String key = "referrals.field." + (element.startsWith("@") ? element.substring(1) : element);
        return texts.has(key) ? texts.get(key) : element;
    }
}
