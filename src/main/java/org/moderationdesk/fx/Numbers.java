package org.moderationdesk.fx;

import java.text.NumberFormat;
import org.moderationdesk.base.Texts;

/** Numbers as the person's language writes them. */
public final class Numbers {
    private final NumberFormat whole;
    private final NumberFormat decimal;
    private final NumberFormat percent;

    public Numbers(Texts texts) {
        this.whole = NumberFormat.getIntegerInstance(texts.locale());
        this.decimal = NumberFormat.getNumberInstance(texts.locale());
        this.percent = NumberFormat.getPercentInstance(texts.locale());
    }

    public String whole(long number) {
        return whole.format(number);
    }

    public String decimal(double number, int digits) {
        decimal.setMinimumFractionDigits(digits);
        decimal.setMaximumFractionDigits(digits);
        return decimal.format(number);
    }

    /** @param part of one: 0.71 for 71 percent */
    public String percent(double part) {
        return percent.format(part);
    }

    /** Bytes in kB, MB or GB of a thousand each. */
    public String bytes(long bytes) {
        if (bytes < 1_000) {
            return whole(bytes) + " B";
        }
        if (bytes < 1_000_000) {
            return decimal(bytes / 1e3, 0) + " kB";
        }
        return bytes < 1_000_000_000 ? decimal(bytes / 1e6, 1) + " MB" : decimal(bytes / 1e9, 1) + " GB";
    }
}
