package org.moderationdesk.referrals;

import java.util.List;
import org.moderationdesk.referrals.ncmec.Element;

/** What one filing sends. Checked before, and never changed once the first request is out. */
record FilingContent(Element report, List<FiledFile> files) {
    FilingContent {
        files = List.copyOf(files);
    }
}
