package org.moderationdesk.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.ProposalLine;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Applies decisions from a file, one a line, claiming where needed. */
@Command(name = "decide")
final class DecideCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.decide.file")
    private Path file = Path.of("");

    DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) {
            throw new WrongUse("cli.wrong.unreadable", file);
        }
        return terminal.withDesk(desk -> {
            boolean all = true;
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                var lines = new BoundedLines(in, ProposalJson.LONGEST + 1);
                for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                    if (!line.get().isBlank()) {
                        all &= decided(desk, line.get());
                    }
                }
            } catch (IOException unreadable) {
                throw new WrongUse("cli.wrong.unreadable", file);
            }
            return all ? Exit.DONE : Exit.NO;
        });
    }

    private boolean decided(OpenedDesk desk, String json) {
        String item = ProposalJson.itemNamed(json);
        try {
            ProposalLine line = ProposalJson.read(json);
            told(desk, item, decide(desk, line));
            return true;
        } catch (DecisionRefused refused) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("item", item);
            new DecisionWords(terminal.says(), desk).refused(answer, item, refused);
            return false;
        }
    }

    private void told(OpenedDesk desk, String item, Recorded recorded) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("item", item);
        answer.put("accepted", true);
        answer.put("decision", recorded.decisionId());
        answer.put("state", recorded.state());
        terminal.says()
                .result(answer, desk.texts().get("cli.decide.accepted", item, recorded.decisionId(), recorded.state()));
    }

    private Recorded decide(OpenedDesk desk, ProposalLine line) {
        Person person = terminal.person();
        String item = line.proposal().item();
        boolean heldBefore = desk.queue()
                .find(person, item)
                .flatMap(row -> desk.queue().claimOf(row.id()))
                .filter(claim -> claim.holder().equals(person.name()))
                .isPresent();
        Optional<Opened> opened = desk.review().open(item, person);
        if (opened.isEmpty()) {
            throw new DecisionRefused(Judgement.nothingOpen(item));
        }
        try {
            return submitted(desk, opened.get(), line);
        } catch (DecisionRefused refused) {
            if (opened.get().claim() != null && !heldBefore) {
                desk.review().release(opened.get());
            }
            throw refused;
        }
    }

    private static Recorded submitted(OpenedDesk desk, Opened opened, ProposalLine line) {
        CaseFacts facts = opened.facts();
        Judgement judgement = desk.rules().judge(line, facts);
        if (!judgement.accepted()) {
            throw new DecisionRefused(judgement);
        }
        return switch (desk.review().submit(opened, line.proposal(), 0)) {
            case Submitted.Accepted accepted -> accepted.decision();
            case Submitted.Refused refused -> throw new DecisionRefused(refused.judgement());
            // Reports that came within these milliseconds: look again and decide by the same proposal.
            case Submitted.NewReports _ -> submitted(desk, desk.review().refresh(opened), line);
        };
    }
}
