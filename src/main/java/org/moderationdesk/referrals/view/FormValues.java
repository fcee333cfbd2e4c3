package org.moderationdesk.referrals.view;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.moderationdesk.base.Texts;
import org.moderationdesk.referrals.ncmec.Outline;

/** The values of NCMEC's lists in the person's language; what goes out is always NCMEC's own. */
final class FormValues {
    private static final String COUNTRY = "country";

    private final Outline outline;
    private final Texts texts;

    FormValues(Outline outline, Texts texts) {
        this.outline = outline;
        this.texts = texts;
    }

    /** In NCMEC's order; countries by their names. */
    List<String> of(String list) {
        List<String> codes = outline.values(list);
        Collator order = Collator.getInstance(texts.locale());
        return list.equals(COUNTRY)
                ? codes.stream()
                        .sorted(Comparator.comparing(code -> words(list, code), order::compare))
                        .toList()
                : codes;
    }

    String words(String list, String code) {
        String key = "referrals.value." + list + "." + code.replaceAll("\\W", "");
        if (texts.has(key)) {
            return texts.get(key);
        }
        String name = list.equals(COUNTRY) ? Locale.of("", code).getDisplayCountry(texts.locale()) : code;
        return name.equals(code) ? code : texts.get("referrals.value.with-code", name, code);
    }
}
