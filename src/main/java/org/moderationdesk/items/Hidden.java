package org.moderationdesk.items;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Locale;
import java.util.Map;
import org.moderationdesk.items.HostileText.Kind;

/** Characters that show nothing themselves. After UTS 36 and 39, and Unicode's property Default_Ignorable_Code_Point. */
enum Hidden {
    NOT(Kind.PLAIN),
    BIDI(Kind.BIDI_CONTROL),
    ZERO_WIDTH(Kind.ZERO_WIDTH),
    TAG(Kind.TAG_OR_SELECTOR),
    OTHER(Kind.INVISIBLE);

    private static final int JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;

    private static final Map<Integer, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry(0x061C, "ALM"),
            Map.entry(0x200E, "LRM"),
            Map.entry(0x200F, "RLM"),
            Map.entry(0x202A, "LRE"),
            Map.entry(0x202B, "RLE"),
            Map.entry(0x202C, "PDF"),
            Map.entry(0x202D, "LRO"),
            Map.entry(0x202E, "RLO"),
            Map.entry(0x2066, "LRI"),
            Map.entry(0x2067, "RLI"),
            Map.entry(0x2068, "FSI"),
            Map.entry(0x2069, "PDI"),
            Map.entry(0x200B, "ZWSP"),
            Map.entry(0x200C, "ZWNJ"),
            Map.entry(0x200D, "ZWJ"),
            Map.entry(0x2060, "WJ"),
            Map.entry(0xFEFF, "BOM"),
            Map.entry(0x00AD, "SHY"),
            Map.entry(0x0000, "NUL"),
            Map.entry(0x0008, "BS"),
            Map.entry(0x000D, "CR"),
            Map.entry(0x001B, "ESC"),
            Map.entry(0x007F, "DEL"));

    private final Kind kind;

    Hidden(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What stands at this place; joiners and selectors that only shape an emoji are not hidden. */
    static Hidden at(String text, int index) {
        int c = text.codePointAt(index);
        if (c >= 0x20 && c < 0x7F || c == '\n' || c == '\t') {
            return NOT;
        }
        if (c == JOINER && joinsEmoji(text, index) || isStyleOfEmoji(c, text, index) || endsLine(c, text, index)) {
            return NOT;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL)) {
            return BIDI;
        }
        if (c >= 0x200B && c <= 0x200D || c == 0x2060 || c == 0xFEFF) {
            return ZERO_WIDTH;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.VARIATION_SELECTOR) || c >= 0xE0000 && c <= 0xE0FFF) {
            return TAG;
        }
        return showsNothing(c) ? OTHER : NOT;
    }

    /** A mark that is drawn onto the letter before it. */
    static boolean isMark(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    static String label(int c) {
        return ABBREVIATIONS.getOrDefault(c, String.format(Locale.ROOT, "U+%04X", c));
    }

    private static boolean showsNothing(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0x2800 || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean endsLine(int c, String text, int index) {
        return c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    }

    private static boolean joinsEmoji(String text, int index) {
        if (index == 0 || index + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(index);
        if (before == EMOJI_STYLE && index > 1) {
            before = text.codePointBefore(index - 1);
        }
        return isPictograph(before) && isPictograph(text.codePointAt(index + 1));
    }

    private static boolean isStyleOfEmoji(int c, String text, int index) {
        return (c == EMOJI_STYLE || c == TEXT_STYLE)
                && index > 0
                && UCharacter.hasBinaryProperty(text.codePointBefore(index), UProperty.EMOJI);
    }

    private static boolean isPictograph(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER);
    }
}
