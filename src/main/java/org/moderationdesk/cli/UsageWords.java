package org.moderationdesk.cli;

import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words about how a command is used, in the desk's language; picocli's own are English. */
final class UsageWords {
    private final Texts texts;

    UsageWords(Texts texts) {
        this.texts = texts;
    }

    /** Puts the headings over the help of this command and those below it. */
    void headings(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading(texts.get("cli.usage.how") + " ")
                .commandListHeading(texts.get("cli.usage.commands") + "%n");
        line.getSubcommands().values().forEach(this::headings);
    }

    /** What is wrong with the arguments. */
    String of(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched ->
                texts.get("cli.wrong.unmatched", String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing ->
                texts.get(
                        "cli.wrong.missing",
                        missing.getMissing().stream().map(UsageWords::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> texts.get("cli.wrong.twice", name(twice.getOverwritten()));
            default ->
                wrong.getArgSpec() == null || wrong.getValue() == null
                        ? String.valueOf(wrong.getMessage())
                        : texts.get("cli.wrong.value", wrong.getValue(), name(wrong.getArgSpec()));
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
