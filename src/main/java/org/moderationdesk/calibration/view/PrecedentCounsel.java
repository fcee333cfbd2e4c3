package org.moderationdesk.calibration.view;

import java.util.List;
import javafx.scene.Node;
import org.moderationdesk.calibration.PrecedentBook;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.Counsel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;

/** What precedents say while somebody decides. */
public final class PrecedentCounsel implements Counsel {
    private final PrecedentBook precedents;
    private final RulingWords words;
    private final PrecedentCards cards;

    public PrecedentCounsel(PrecedentBook precedents, Kit kit, Book book) {
        this.precedents = precedents;
        this.words = new RulingWords(kit.texts(), book.words(kit.texts().language()));
        this.cards = new PrecedentCards(words, kit.times());
    }

    @Override
    public String line(ClauseCode rule) {
        String counts = words.line(precedents.counts(rule));
        return counts.isEmpty() && !precedents.of(rule).isEmpty()
                ? words.texts().get("calibration.line.lapsed")
                : counts;
    }

    @Override
    public Node reasons(ClauseCode rule) {
        return cards.of(precedents.of(rule));
    }

    @Override
    public List<String> cautions(Proposal proposal) {
        return precedents.departures(proposal).stream().map(words::caution).toList();
    }
}
