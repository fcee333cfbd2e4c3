package org.moderationdesk.items;

import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;

/** Tells whether two texts are the same to a reader: SHA-256 of the text in NFC, without white space around it. */
final class TextHash {
    private TextHash() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Sha256.of(Normalizer2.getNFCInstance().normalize(text.strip()));
    }
}
