package org.moderationdesk.sample;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses among the choices of a text. */
final class Wording {
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern OR = Pattern.compile("\\|");

    private Wording() {}

    /** @param turn the choice of every slot, from the first again after its last */
    static String of(String text, int turn) {
        return CHOICE.matcher(text).replaceAll(found -> {
            String[] choices = OR.split(found.group(1), -1);
            return Matcher.quoteReplacement(choices[Math.floorMod(turn, choices.length)]);
        });
    }
}
