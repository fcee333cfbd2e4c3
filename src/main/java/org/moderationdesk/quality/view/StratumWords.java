package org.moderationdesk.quality.view;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.Stratum;

/** Says strata in one language. */
record StratumWords(ItemWords items) {
    /** @param stratum null for all together */
    String of(@Nullable Stratum stratum) {
        if (stratum == null) {
            return items.texts().get("quality.stratum.all");
        }
        return stratum.section().isEmpty()
                ? items.texts().get("quality.stratum." + stratum.kind())
                : stratum.section() + " " + items.section(stratum.section());
    }
}
