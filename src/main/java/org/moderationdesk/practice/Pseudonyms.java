package org.moderationdesk.practice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Other names for the people of one set: the same name has the same pseudonym throughout it, in another set another one,
 * and nobody can compute it without the set's secret. In texts, mentions, addresses and numbers go as well. A name that is
 * neither told by the item's own fields nor written as a mention stays: who picks an item reads it before it is published.
 */
final class Pseudonyms {
    private static final String MAIL = "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+";
    private static final String ADDRESS = "(?:https?://|www\\.)\\S+";
    private static final String MENTION = "@[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*";
    private static final String NUMBER = "\\+?\\d[\\d ()/.-]{7,}\\d";
    private static final int LETTERS = 6;
    private static final int SHORTEST_NAME = 3;

    private final Mac mac;
    private final Map<String, String> names = new TreeMap<>();

    Pseudonyms(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /** Another id, handle or device. */
    String id(String real) {
        return "u-" + letters(real);
    }

    String handle(String real) {
        return "@lid-" + letters(bare(real));
    }

    String name(String real) {
        return "Lid " + letters(bare(real));
    }

    private static String bare(String name) {
        return (name.startsWith("@") ? name.substring(1) : name)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private String letters(String real) {
        return HexFormat.of()
                .formatHex(mac.doFinal(real.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LETTERS);
    }

    /** Has this handle or name replaced in the texts to come. */
    void know(@Nullable String real) {
        if (real != null && bare(real).length() >= SHORTEST_NAME) {
            names.put(bare(real), letters(bare(real)));
        }
    }

    RewrittenText rewrite(String text) {
        StringBuilder known = new StringBuilder();
        names.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .forEach(name -> known.append("|(?<![\\p{L}\\p{N}])")
                        .append(Pattern.quote(name))
                        .append("(?![\\p{L}\\p{N}])"));
        Matcher found = Pattern.compile(
                        MAIL + "|" + ADDRESS + "|" + MENTION + "|" + NUMBER + known,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        var rewritten = new RewrittenText();
        int from = 0;
        while (found.find()) {
            rewritten.keep(text.substring(from, found.start()));
            rewritten.replace(found.group(), instead(found.group()));
            from = found.end();
        }
        rewritten.keep(text.substring(from));
        return rewritten;
    }

    String text(String text) {
        return rewrite(text).text();
    }

    private String instead(String found) {
        if (found.startsWith("@")) {
            return handle(found);
        }
        if (found.contains("@")) {
            return letters(bare(found)) + "@example.org";
        }
        if (found.matches("(?i)(https?://|www\\.).*")) {
            return "https://example.org/" + letters(found);
        }
        return names.containsKey(bare(found)) ? name(found) : "000-000";
    }
}
