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
        return of(new Rules(book), settings);
    }

    /** The tools for the edition in force; what was decided by another one is shown by that. */
    public static DecisionTools of(Rules rules, Supplier<DecisionSettings> settings) {
        Book book = rules.inForce();
        return new DecisionTools(
                book, rules, new Recommendation(book, settings), new Consequence(rules, settings), settings);
    }
}
