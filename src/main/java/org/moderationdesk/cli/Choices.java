package org.moderationdesk.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes: which desk, as whom, and in which form to answer. */
final class Choices {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "moderation-desk.home")
    @Nullable
    Path home;

    @Option(
            names = "--store",
            paramLabel = "JDBC-URL",
            scope = ScopeType.INHERIT,
            descriptionKey = "moderation-desk.store")
    @Nullable
    String store;

    @Option(names = "--as", paramLabel = "NAME", scope = ScopeType.INHERIT, descriptionKey = "moderation-desk.as")
    @Nullable
    String as;

    @Option(names = "--json", scope = ScopeType.INHERIT, descriptionKey = "moderation-desk.json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "moderation-desk.help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "moderation-desk.version")
    boolean version;
}
