package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Texts;

/** Fields that the desk format does not name, as they came. */
final class OtherFacts {
    private static final int LONGEST = 400;

    private OtherFacts() {}

    static List<FactLine> of(Map<String, Object> extra, Texts texts) {
        var lines = new ArrayList<FactLine>();
        new TreeMap<>(extra)
                .forEach((name, value) -> lines.add(new FactLine(
                        texts.get("items.fact.other", SafeLine.of(name, 60)),
                        SafeLine.of(value instanceof String words ? words : CanonicalJson.write(value), LONGEST))));
        return lines;
    }
}
