package org.moderationdesk.referrals;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.FilingNext.Ask;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Xml;

/**
 * Takes a filing as far as it goes now, one request after the other. What is asked is kept before, what came is kept after:
 * it may be killed at any moment. One at a time for one filing; touches the network, not for the JavaFX thread.
 */
final class FilingRun {
    private final FilingContent content;
    private final FilingJournal journal;
    private final Cybertipline way;
    private final InstantSource clock;

    FilingRun(FilingContent content, FilingJournal journal, Cybertipline way, InstantSource clock) {
        this.content = content;
        this.journal = journal;
        this.way = way;
        this.clock = clock;
    }

    /**
     * What is left to do, and not by this run: to wait, to call a person, or nothing.
     *
     * @throws IOException where a file cannot be read; nothing is asked then
     */
    FilingNext goOn() throws IOException {
        while (true) {
            FilingState state = FilingState.of(journal.history());
            FilingNext next = state.next(content.files().size(), clock.instant());
            if (!(next instanceof Ask ask)) {
                return next;
            }
            ask(ask, state);
        }
    }

    private void ask(Ask ask, FilingState state) throws IOException {
        Call call = call(ask, state);
        @Nullable FileBody file = call.file();
        @Nullable String md5 = file == null ? null : file.md5();
        journal.asks(new FilingStep(ask.what(), ask.report(), ask.file(), clock.instant(), null), call);
        try {
            Answer answer = way.send(call);
            journal.came(read(answer, md5), answer);
        } catch (NoAnswer none) {
            journal.came(FilingReply.without(clock.instant(), none), null);
        }
    }

    private Call call(Ask ask, FilingState state) {
        // Unlike anything that a file holds.
        String boundary = UUID.randomUUID().toString();
        return switch (ask.what()) {
            case OPEN -> Call.document(What.OPEN, Xml.write(content.report()));
            case UPLOAD ->
                Call.upload(report(ask), content.files().get(ask.file()).body(), boundary);
            case DESCRIBE ->
                Call.document(
                        What.DESCRIBE,
                        Xml.write(numbered(
                                content.files().get(ask.file()).details(), report(ask), state.fileId(ask.file()))));
            case FINISH, RETRACT -> Call.ofReport(ask.what(), report(ask), boundary);
            case STATUS, SCHEMA -> throw new IllegalArgumentException(ask.what().name());
        };
    }

    private FilingReply read(Answer answer, @Nullable String md5) {
        Outcome outcome = Outcome.of(answer);
        @Nullable Response response = Response.read(answer.body()).orElse(null);
        if (response == null) {
            return new FilingReply(clock.instant(), outcome, null, null, null);
        }
        if (outcome == Outcome.DONE && md5 != null && !md5.equalsIgnoreCase(response.hash())) {
            outcome = Outcome.DAMAGED;
        }
        return new FilingReply(clock.instant(), outcome, response.code(), response.reportId(), response.fileId());
    }

    private static long report(Ask ask) {
        return Objects.requireNonNull(ask.report());
    }

    /** The details of a file with the numbers that NCMEC gave. */
    static Element numbered(Element details, long report, String fileId) {
        List<Element> children = new ArrayList<>();
        children.add(text("reportId", Long.toString(report)));
        children.add(text("fileId", fileId));
        details.children().stream()
                .filter(child ->
                        !child.name().equals("reportId") && !child.name().equals("fileId"))
                .forEach(children::add);
        return details.with(children);
    }

    private static Element text(String name, String text) {
        return new Element(name, Map.of(), List.of(), text);
    }
}
