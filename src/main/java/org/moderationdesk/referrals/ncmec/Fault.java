package org.moderationdesk.referrals.ncmec;

import java.util.List;
import java.util.Locale;
import org.moderationdesk.base.Texts;

/**
 * One thing that keeps a document from being sent.
 *
 * @param path the field, such as {@code report/victim[2]/victimPerson/email[1]/@verified}; what may stand several times is
 *     counted from 1
 * @param values what its sentence names: bounds and names of elements, never content
 */
public record Fault(String path, Rule rule, List<String> values) {
    public Fault {
        values = List.copyOf(values);
    }

    static Fault of(String path, Rule rule, String... values) {
        return new Fault(path, rule, List.of(values));
    }

    /** What is wrong, as a sentence in the language of the texts. */
    public String sentence(Texts texts) {
        String key = "referrals.rule." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get(key, values.toArray());
    }
}
