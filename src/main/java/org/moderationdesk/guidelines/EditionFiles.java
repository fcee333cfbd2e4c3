package org.moderationdesk.guidelines;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Sha256;

/**
 * The files of an edition as they were read, letter by letter: what a store keeps of it.
 *
 * @param shape book.json
 * @param words a file for each language
 */
public record EditionFiles(String shape, Map<Language, String> words) {
    public EditionFiles {
        words = Map.copyOf(words);
        if (words.size() != Language.values().length) {
            throw new IllegalArgumentException("an edition has words in every language");
        }
    }

    /** One file of words. */
    public String words(Language language) {
        return new EnumMap<>(words).getOrDefault(language, "");
    }

    /** SHA-256 over all of it, each file preceded by its length. */
    public String digest() {
        var sha = Sha256.digest();
        sha.update(sized(shape));
        for (Language language : Language.values()) {
            sha.update(sized(words(language)));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static byte[] sized(String text) {
        return (text.length() + ":" + text).getBytes(StandardCharsets.UTF_8);
    }
}
