package org.moderationdesk.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Report.Source;
import org.moderationdesk.notices.Statement.Taken;
import org.moderationdesk.referrals.targets.SupportLines;

/** Says a statement of reasons in the language of its texts, in paragraphs with an empty line between them. */
public final class StatementWords {
    private static final Set<Source> AUTOMATED = Set.of(Source.CLASSIFIER, Source.HASH_MATCH);
    private static final String BETWEEN = "\n\n";

    private final Texts texts;
    private final DateTimeFormatter days;

    public StatementWords(Texts texts) {
        this.texts = texts;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
    }

    /** The whole of it. */
    public String of(Statement statement) {
        String help = SupportLines.notice(statement.help(), texts);
        List<String> paragraphs = new ArrayList<>();
        if (statement.taken().isEmpty()) {
            paragraphs.add(help);
            return String.join(BETWEEN, paragraphs);
        }
        paragraphs.add(texts.get("notices.about", about(statement)));
        paragraphs.add(
                statement.taken().stream().map(taken -> "- " + taken(taken)).collect(Collectors.joining("\n")));
        String why = why(statement);
        if (!why.isEmpty()) {
            paragraphs.add(texts.get("notices.why", statement.book().edition()) + "\n" + why);
        }
        paragraphs.add(sources(statement.sources()) + " " + texts.get("notices.by-people"));
        paragraphs.add(redress(statement));
        if (!help.isEmpty()) {
            paragraphs.add(help);
        }
        paragraphs.add(texts.get("notices.reference", statement.decisionId()));
        return String.join(BETWEEN, paragraphs);
    }

    /** Why there is no statement; empty where there is one. */
    public String none(Told told) {
        return switch (told) {
            case Told.Of _ -> "";
            case Told.Nothing(Told.Why why) -> texts.get("notices.none." + why);
            case Told.NotYet(Instant until) -> texts.get("notices.none.not-yet", moment(until));
        };
    }

    /** What whoever sends it should know is missing. */
    public List<String> lacks(Statement statement) {
        List<String> lacks = new ArrayList<>();
        if (statement.complaints().isEmpty() && !statement.taken().isEmpty()) {
            lacks.add(texts.get("notices.complaints.unset"));
        }
        if (statement.inNeed() && statement.help().isEmpty()) {
            lacks.add(texts.get("notices.no-lines"));
        }
        return lacks;
    }

    private String about(Statement statement) {
        Statement.About about = statement.about();
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("notices.kind." + about.kind()));
        if (about.postedAt() != null) {
            parts.add(texts.get("notices.posted", day(about.postedAt())));
        }
        if (about.url() != null) {
            parts.add("(" + about.url() + ")");
        }
        return texts.get("notices.on", day(about.decidedAt()), String.join(" ", parts));
    }

    private String taken(Taken taken) {
        String features = taken.features().stream()
                .map(feature -> texts.get("decisions.feature." + feature))
                .collect(Collectors.joining(", "));
        String what = texts.get("notices.taken." + taken.type(), features);
        return taken.until() == null ? what : texts.get("notices.until", what, day(taken.until()));
    }

    private String why(Statement statement) {
        BookWords words = statement.book().words(texts.language());
        Set<String> lines = new LinkedHashSet<>();
        for (ClauseCode code : statement.clauses()) {
            String rule = code.isPart() ? words.text(code.whole()) + " " + words.text(code) : words.text(code);
            lines.add("- "
                    + texts.get("notices.clause", code.value(), words.title(code.section()), words.stem(code.section()))
                    + " " + rule);
        }
        if (lines.isEmpty() && statement.reach() != null) {
            lines.add("- " + words.reachReason(statement.reach()));
        }
        return String.join("\n", lines);
    }

    /** Article 17(3)(b) and (c): who made us look, never by name, and whether a machine found it. */
    private String sources(Set<Source> sources) {
        List<String> said = new ArrayList<>();
        for (Source source : Source.values()) {
            if (sources.contains(source) && !AUTOMATED.contains(source)) {
                said.add(texts.get("notices.source." + source));
            }
        }
        boolean found = sources.stream().anyMatch(AUTOMATED::contains);
        if (found) {
            said.add(texts.get("notices.source.automated"));
        }
        String looked =
                said.isEmpty() ? texts.get("notices.looked.own") : texts.get("notices.looked", String.join(", ", said));
        return found ? looked : looked + " " + texts.get("notices.not-found-by-machine");
    }

    private String redress(Statement statement) {
        String how = statement.complaints().isEmpty()
                ? texts.get("notices.redress")
                : texts.get("notices.redress.where", statement.complaints());
        return how + " " + texts.get("notices.redress.others");
    }

    private String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    private String day(Instant moment) {
        return days.format(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
