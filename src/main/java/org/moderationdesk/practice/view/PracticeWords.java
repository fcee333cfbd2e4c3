package org.moderationdesk.practice.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.Told;
import org.moderationdesk.staff.Role;

/** Says what practice is made of, in the person's language. */
record PracticeWords(Kit kit, ItemWords items, Speech speech, ProposalWords proposals) {
    private static final int LONGEST = 2_000;

    static PracticeWords of(Kit kit, Book book) {
        var items = new ItemWords(kit.texts(), book);
        var speech = new Speech(kit.texts(), items.bookWords());
        return new PracticeWords(kit, items, speech, new ProposalWords(speech, kit.times()));
    }

    Texts texts() {
        return kit.texts();
    }

    String get(String key, Object... arguments) {
        return texts().get(key, arguments);
    }

    /** In the person's language, else in the other, made safe to show. */
    String told(Told told) {
        return SafeLine.of(told.in(texts().language()), LONGEST);
    }

    String title(SetTerms terms) {
        return told(terms.title());
    }

    /** "12 Rules with exceptions". */
    String named(PracticeSet set) {
        return get("practice.set.named", set.number(), title(set.newest().terms()));
    }

    /** Whom a set was assigned to as one: everybody of a role, or of a queue, by its name. */
    String group(String group) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(group))
                ? get("practice.group." + group)
                : SafeLine.of(group);
    }

    /** What an item is called; its id where it has no title. */
    String title(PracticeItem item) {
        String title = told(item.title());
        return title.isEmpty() ? SafeLine.of(item.id()) : title;
    }

    /** "P-07, 3.2 Weapons"; the id alone where the key is about no clause. */
    String under(String itemId, @Nullable ClauseCode clause) {
        String id = SafeLine.of(itemId);
        return clause == null
                ? id
                : get("practice.item.under", id, sectionCode(clause), items.section(sectionCode(clause)));
    }

    /** "3.2" of clause 3.2.1. */
    static String sectionCode(ClauseCode clause) {
        String code = clause.value();
        int second = code.indexOf('.', code.indexOf('.') + 1);
        return second < 0 ? code : code.substring(0, second);
    }

    /** "Remove", "Carve-out 3.2.c1", "Exception, newsworthy". */
    String answer(@Nullable Proposal proposal) {
        if (proposal == null || proposal.outcome() == null) {
            return get("practice.answer.none");
        }
        ExceptionClaim claim = proposal.exception();
        return claim != null && claim.ground() == ExceptionGround.CARVE_OUT && claim.carveOut() != null
                ? get("practice.answer.carve-out", claim.carveOut().value())
                : proposals.outcome(proposal);
    }

    /** "3.2.1 Yes", for the clause that the item is about; else the first that is answered yes. */
    String rule(@Nullable Proposal proposal, @Nullable ClauseCode clause) {
        if (proposal == null) {
            return "";
        }
        ClauseCode asked = clause != null && proposal.answers().containsKey(clause)
                ? clause
                : proposal.answered(Answer.YES).stream().findFirst().orElse(clause);
        if (asked == null) {
            return "";
        }
        var answer = proposal.answers().get(asked);
        return answer == null
                ? get("practice.answer.rule-open", asked.value())
                : get("practice.answer.rule", asked.value(), get("decisions.checklist.answer." + answer));
    }

    /** "1:52", minutes and seconds. */
    static String clock(long millis) {
        long seconds = Duration.ofMillis(millis).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** "82.5", with as many digits as it needs. */
    String percent(double percent) {
        return kit.numbers().decimal(percent, percent == Math.rint(percent) ? 0 : 1);
    }
}
