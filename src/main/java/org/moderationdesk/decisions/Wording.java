package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.ItemKind;

/** Puts what fills a phrase into words: a clause with its text, a time as the reader writes it, a list with commas. */
final class Wording {
    private static final int MOST_NAMED = 4;
    private static final int LONGEST_QUOTE = 90;

    private final Texts texts;
    private final BookWords book;

    Wording(Texts texts, BookWords book) {
        this.texts = texts;
        this.book = book;
    }

    String say(Phrase phrase) {
        return texts.get(
                phrase.key(), phrase.arguments().stream().map(this::filling).toArray());
    }

    /** Numbers stay numbers: the sentence itself may choose its words by them. */
    private Object filling(Object argument) {
        return argument instanceof Number ? argument : word(argument);
    }

    private String word(Object argument) {
        return switch (argument) {
            case Phrase phrase -> say(phrase);
            case ClauseCode code -> quoted(code.value(), () -> book.text(code));
            case CarveOutCode code -> quoted(code.value(), () -> book.carveOut(code));
            case SectionCode code -> titled(code);
            case ExceptionGround ground -> book.ground(ground);
            case ReferralTarget target -> texts.get("decisions.referral." + target);
            case Outcome outcome -> texts.get("decisions.outcome." + outcome);
            case AccountMeasure.Type measure -> texts.get("decisions.measure." + measure);
            case AccountMeasure.Feature feature -> texts.get("decisions.feature." + feature);
            case ReachLimit.Reason reason -> texts.get("decisions.reach." + reason);
            case EvidenceMark.Place place -> texts.get("decisions.place." + place);
            case FourEyes.Part part -> texts.get("decisions.waits." + part);
            case ItemKind kind -> texts.get("decisions.kind." + kind);
            case Instant time ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(time);
            case Duration time -> duration(time);
            case DecisionState state -> texts.get("decisions.state." + state);
            case List<?> list -> list(list);
            default -> argument.toString();
        };
    }

    private String titled(SectionCode code) {
        try {
            return code.value() + " " + book.title(code);
        } catch (NoSuchElementException otherEdition) {
            return code.value();
        }
    }

    private String quoted(String code, Supplier<String> words) {
        try {
            return code + " (" + shortened(words.get()) + ")";
        } catch (NoSuchElementException otherEdition) {
            return code;
        }
    }

    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST_QUOTE) {
            return words;
        }
        String cut = words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut) + "…";
    }

    private String duration(Duration time) {
        if (time.toHours() > 0) {
            return texts.get("decisions.duration.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? texts.get("decisions.duration.minutes", time.toMinutes())
                : texts.get("decisions.duration.seconds", time.toSeconds());
    }

    private String list(List<?> all) {
        var words = new ArrayList<String>();
        for (Object one : all.subList(0, Math.min(all.size(), MOST_NAMED))) {
            words.add(word(one));
        }
        String named = String.join(", ", words);
        int more = all.size() - MOST_NAMED;
        return more > 0 ? texts.get("decisions.list.more", named, more) : named;
    }
}
