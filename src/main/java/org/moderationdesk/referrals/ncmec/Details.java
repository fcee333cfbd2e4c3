package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a file from one source. */
public record Details(@Nullable MetadataType type, List<NameValuePair> nameValuePair) {
    public Details {
        nameValuePair = List.copyOf(nameValuePair);
    }
}
