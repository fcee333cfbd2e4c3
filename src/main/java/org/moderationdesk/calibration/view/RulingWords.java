package org.moderationdesk.calibration.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.calibration.Precedent;
import org.moderationdesk.calibration.PrecedentBook;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Seat;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.view.SafeLine;

/** Says sessions, rulings and precedents in one language. */
final class RulingWords {
    private static final String BETWEEN = " \u00b7 ";

    private final Texts texts;
    private final BookWords book;

    RulingWords(Texts texts, BookWords book) {
        this.texts = texts;
        this.book = book;
    }

    Texts texts() {
        return texts;
    }

    Speech speech() {
        return new Speech(texts, book);
    }

    /** "Three like this were removed"; empty where no precedent holds. */
    String line(Map<Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> texts.get("calibration.line." + one.getKey(), one.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }

    String caution(PrecedentBook.Departure departure) {
        return texts.get(
                "calibration.caution",
                departure.clause().value(),
                departure.precedents(),
                answer(departure.newest().answer()));
    }

    String outcome(Outcome outcome) {
        return texts.get("decisions.outcome." + outcome);
    }

    /** "Exception, educational". */
    String answer(RightAnswer answer) {
        return decided(answer.outcome(), answer.ground(), answer.carveOut());
    }

    String answer(Proposal proposal) {
        Outcome outcome = proposal.outcome();
        if (outcome == null) {
            return "";
        }
        return proposal.exception() == null
                ? outcome(outcome)
                : decided(
                        outcome,
                        proposal.exception().ground(),
                        proposal.exception().carveOut());
    }

    private String decided(Outcome outcome, @Nullable ExceptionGround ground, @Nullable CarveOutCode carveOut) {
        List<String> parts = new ArrayList<>(List.of(outcome(outcome)));
        if (carveOut != null) {
            parts.add(carveOut.value());
        } else if (ground != null) {
            parts.add(book.ground(ground).toLowerCase(texts.locale()));
        }
        return String.join(", ", parts);
    }

    /** "5.3.1 Dangerous acts" */
    String named(ClauseCode clause) {
        return clause.value() + " " + book.title(clause.section());
    }

    static String clauses(List<ClauseCode> clauses) {
        return clauses.stream().map(ClauseCode::value).collect(Collectors.joining(", "));
    }

    /** What became of a precedent; empty while it holds. */
    String state(Precedent precedent) {
        if (precedent.withdrawn() != null) {
            return texts.get("calibration.precedent.withdrawn", SafeLine.of(precedent.withdrawn()));
        }
        return precedent.changed().isEmpty() ? "" : texts.get("calibration.precedent.lapsed", precedent.edition());
    }

    String reason(String words) {
        return words.isEmpty() ? texts.get("calibration.erased") : words;
    }

    String title(Session session) {
        return session.title().isEmpty() ? texts.get("calibration.erased") : SafeLine.of(session.title());
    }

    String state(Session session) {
        return texts.get("calibration.state." + session.state());
    }

    /** How far it is, as the line beneath a session's title says. */
    String progress(Session session) {
        return switch (session.state()) {
            case OPEN ->
                session.toAnswer() > 0
                        ? texts.get("calibration.progress.yours", session.toAnswer())
                        : texts.get("calibration.progress.OPEN", session.answered(), session.askedOf());
            case CLOSED ->
                texts.get(
                        "calibration.progress.CLOSED",
                        session.ruled(),
                        session.cases().size());
            case RULED -> texts.get("calibration.progress.RULED", session.ruled());
        };
    }

    String own(SessionCase one) {
        return texts.get("calibration.own." + one.own());
    }

    String seat(@Nullable Seat seat) {
        if (seat == null) {
            return texts.get("calibration.lead");
        }
        return seat.person() == null
                ? seat.letter()
                : texts.get("calibration.seat", seat.letter(), SafeLine.of(seat.person()));
    }
}
