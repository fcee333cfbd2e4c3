package org.moderationdesk.quality.view;

import java.text.NumberFormat;
import java.util.Locale;
import org.moderationdesk.quality.SamplingRefused;

/** Amounts as people type them: with a comma or a point. */
final class Amounts {
    private Amounts() {}

    static String words(double amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setGroupingUsed(false);
        return format.format(amount);
    }

    /** @throws SamplingRefused for what is no number */
    static double number(String typed) {
        String plain = typed.strip().replace(',', '.');
        if (plain.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException none) {
            throw refused(typed);
        }
    }

    /** @throws SamplingRefused for what is no whole number from 0 on */
    static long whole(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(plain);
        } catch (NumberFormatException none) {
            throw refused(typed);
        }
    }

    private static SamplingRefused refused(String typed) {
        String seen = typed.length() > 20 ? typed.substring(0, 20) : typed;
        return new SamplingRefused(SamplingRefused.Why.FORMAT, seen);
    }
}
