package org.moderationdesk.referrals.ncmec;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a field may be, beside a list of values. */
enum Scalar {
    STRING,
    TEXT,
    /** Text that says something. */
    WORDS,
    TOKEN,
    BOOLEAN,
    /** Stands there, or does not. */
    FLAG,
    DOUBLE,
    REPORT_NUMBER,
    AGE,
    PORT,
    DATE_TIME,
    PAST_TIME,
    PAST_DATE,
    URL,
    MAIL_ADDRESS,
    IP_ADDRESS,
    CALLING_CODE,
    EXTENSION;

    private static final int OLDEST = 150;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/?#]+\\S*");
    private static final Pattern IP_V4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern CALLING = Pattern.compile("\\+[0-9]{1,3}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** By the name that the outline gives it, such as {@code pastTime}. */
    static Optional<Scalar> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().replace("_", "").equalsIgnoreCase(name))
                .findFirst();
    }

    /** Which rule the text breaks, if one. */
    Optional<Rule> broken(String text, Instant now) {
        return switch (this) {
            case STRING, TEXT -> Optional.empty();
            case WORDS, TOKEN -> unless(!text.isBlank(), Rule.BLANK);
            case BOOLEAN -> unless(text.equals("true") || text.equals("false"), Rule.NOT_YES_OR_NO);
            case FLAG -> unless(text.isEmpty() || text.equals("true"), Rule.ONLY_TRUE);
            case DOUBLE -> unless(NUMBER.matcher(text).matches(), Rule.NOT_A_NUMBER);
            case REPORT_NUMBER -> unless(between(text, 1, Long.MAX_VALUE), Rule.NOT_A_REPORT_NUMBER);
            case AGE -> unless(between(text, 0, OLDEST), Rule.NOT_AN_AGE);
            case PORT -> unless(between(text, 1, LAST_PORT), Rule.NOT_A_PORT);
            case DATE_TIME -> unless(time(text).isPresent(), Rule.NOT_A_TIME_WITH_ZONE);
            case PAST_TIME ->
                time(text)
                        .map(time -> unless(time.toInstant().isBefore(now), Rule.NOT_PAST))
                        .orElse(Optional.of(Rule.NOT_A_TIME_WITH_ZONE));
            case PAST_DATE -> brokenDate(text, now);
            case URL -> unless(ADDRESS.matcher(text).matches(), Rule.NOT_A_URL);
            case MAIL_ADDRESS -> brokenEmail(text);
            case IP_ADDRESS -> unless(isIp(text), Rule.NOT_AN_IP_ADDRESS);
            case CALLING_CODE -> unless(CALLING.matcher(text).matches(), Rule.NOT_A_CALLING_CODE);
            case EXTENSION -> unless(DIGITS.matcher(text).matches(), Rule.NOT_AN_EXTENSION);
        };
    }

    /** A moment with its zone, as xs:dateTime writes it. */
    static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<Rule> brokenDate(String text, Instant now) {
        try {
            LocalDate date = LocalDate.parse(text);
            return unless(date.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)), Rule.NOT_PAST);
        } catch (DateTimeException otherwise) {
            return Optional.of(Rule.NOT_A_DATE);
        }
    }

    private static Optional<Rule> brokenEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > LONGEST_LOCAL_PART
                ? Optional.of(Rule.LONG_LOCAL_PART)
                : unless(EMAIL.matcher(text).matches(), Rule.NOT_AN_EMAIL);
    }

    private static boolean between(String text, long least, long most) {
        return WHOLE.matcher(text).matches()
                && new BigDecimal(text).longValueExact() >= least
                && Long.parseLong(text) <= most;
    }

    private static boolean isIp(String text) {
        return IP_V4.matcher(text).matches()
                ? Arrays.stream(text.split("\\.", -1)).allMatch(part -> between(part, 0, 255))
                : text.contains(":") && IP_V6.matcher(text).matches() && isIpV6(text);
    }

    /** The text is of digits, colons and dots alone, so nothing is looked up. */
    private static boolean isIpV6(String text) {
        try {
            return new URI("http://[" + text + "]/").getHost() != null;
        } catch (URISyntaxException otherwise) {
            return false;
        }
    }

    private static Optional<Rule> unless(boolean holds, Rule rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }
}
