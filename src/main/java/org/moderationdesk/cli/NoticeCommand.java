package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.notices.Statement;
import org.moderationdesk.notices.StatementWords;
import org.moderationdesk.notices.Told;
import org.moderationdesk.referrals.targets.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the person concerned is told of a decision. */
@Command(name = "notice")
final class NoticeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DECISION", descriptionKey = "moderation-desk.decision")
    private String decision = "";

    @Option(names = "--language", paramLabel = "nl|en", descriptionKey = "moderation-desk.notice.language")
    private @Nullable String language;

    NoticeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        @Nullable Language wanted = language == null ? null : tagged(language);
        return terminal.withDesk(desk -> {
            Told told = desk.notices(terminal.person())
                    .of(decision)
                    .orElseThrow(() -> new WrongUse("cli.wrong.no-decision", decision));
            var words = new StatementWords(desk.texts());
            return switch (told) {
                case Told.Of(Statement statement) -> said(statement, wanted, words);
                case Told.NotYet _, Told.Nothing _ -> {
                    terminal.says().message(words.none(told));
                    yield Exit.NO;
                }
            };
        });
    }

    private int said(Statement statement, @Nullable Language wanted, StatementWords own) {
        Language spoken = wanted == null ? statement.usual() : wanted;
        String text = new StatementWords(new Texts(spoken)).of(statement);
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", statement.decisionId());
        object.put("language", spoken.tag());
        object.put("help", statement.help().stream().map(Target::code).toList());
        object.put("text", text);
        terminal.says().result(object, text);
        own.lacks(statement).forEach(terminal.says()::message);
        return Exit.DONE;
    }

    private static Language tagged(String tag) {
        return Language.tagged(tag).orElseThrow(() -> new WrongUse("cli.wrong.choice", tag));
    }
}
