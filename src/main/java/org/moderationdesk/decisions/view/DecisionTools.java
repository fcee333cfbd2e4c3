package org.moderationdesk.decisions.view;

import java.util.function.Supplier;
import org.moderationdesk.decisions.Consequence;
import org.moderationdesk.decisions.Recommendation;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.settings.DecisionSettings;

/** What checklist and panel ask at every key; all of it pure. */
public record DecisionTools(
        Book book,
        Rules rules,
        Recommendation recommendation,
        Consequence consequence,
        Supplier<DecisionSettings> settings) {

    /** The tools for one edition. */
    public static DecisionTools of(Book book, Supplier<DecisionSettings> settings) {
        var rules = new Rules(book);
        return new DecisionTools(
                book, rules, new Recommendation(book, settings), new Consequence(rules, settings), settings);
    }
}
