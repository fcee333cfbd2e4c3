package org.moderationdesk.insights;

import java.text.NumberFormat;
import org.moderationdesk.base.Texts;

/** Writes the cells of sheets as a person's language does. For one thread. */
public final class CellWords {
    private final NumberFormat whole;
    private final NumberFormat share;
    private final NumberFormat measure;

    public CellWords(Texts texts) {
        this.whole = NumberFormat.getIntegerInstance(texts.locale());
        this.share = NumberFormat.getNumberInstance(texts.locale());
        share.setMinimumFractionDigits(1);
        share.setMaximumFractionDigits(1);
        this.measure = NumberFormat.getNumberInstance(texts.locale());
        measure.setMinimumFractionDigits(2);
        measure.setMaximumFractionDigits(2);
    }

    /** Empty where there is no figure. */
    public String of(Column.Form form, Object cell) {
        if (!(cell instanceof Number number)) {
            return cell.toString();
        }
        if (Double.isNaN(number.doubleValue())) {
            return "";
        }
        return switch (form) {
            case WORDS, WHOLE -> whole(number.longValue());
            case SHARE -> share(number.doubleValue());
            case SPAN -> span(number.longValue());
            case MEASURE -> measure(number.doubleValue());
        };
    }

    public String whole(long number) {
        return whole.format(number);
    }

    /** "96.1 %" */
    public String share(double part) {
        return share.format(part * 100) + " %";
    }

    /** "96 %" */
    public String wholeShare(double part) {
        return whole(Math.round(part * 100)) + " %";
    }

    /** "0.74" */
    public String measure(double value) {
        return measure.format(value);
    }

    /** "1:48" for 108 seconds. */
    public String span(long millis) {
        long seconds = Math.round(millis / 1e3);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
