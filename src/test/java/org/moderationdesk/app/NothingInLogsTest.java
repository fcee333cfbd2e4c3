package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.cli.DeskCommandLine;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.shell.Unexpected;
import org.moderationdesk.staff.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;

/** Content under review and names of people stay out of the log files, whatever happens; through the real logback.xml. */
// What fails unexpectedly is told on the JavaFX thread.
@ExtendWith(ApplicationExtension.class)
class NothingInLogsTest {
    /** In caption, on-screen text, handle, note, rationale and file name. */
    private static final String CONTENT = "sluipkruid";

    private static final String NAME = "Merelbeke";
    private static final String MARKED = """
        {"id":"V-1","kind":"VIDEO","text":"sluipkruid","url":"https://example.org/sluipkruid",\
        "author":{"id":"u-sluipkruid","handle":"@sluipkruid","bio":"sluipkruid"},\
        "media":[{"path":"sluipkruid.png","mime":"image/png"},{"path":"sluipkruid-not-there.mp4"}],\
        "transcript":[{"fromMs":0,"toMs":1,"text":"sluipkruid"}],"onScreenText":[{"fromMs":0,"toMs":1,"text":"sluipkruid"}],\
        "reports":[{"id":"r-1","source":"USER","reporter":"Merelbeke","reason":"sluipkruid","note":"sluipkruid",\
        "sections":["5.3"],"at":"2026-11-02T11:00:00Z"}]}\
        """;

    @TempDir
    private Path home;

    private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final TestClock clock = new TestClock();

    @AfterEach
    void asBefore() throws JoranException {
        System.clearProperty("desk.logs");
        configure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARN", "DEBUG"})
    void whateverHappensNoLogFileHoldsContentOrNames(String level) throws Exception {
        logInto(Level.toLevel(level));
        Path file =
                Files.writeString(home.resolve("sluipkruid.jsonl"), MARKED + "\n{\"id\":\"sluipkruid\"}\nsluipkruid\n");
        Files.writeString(home.resolve("sluipkruid.png"), "sluipkruid, no picture");
        // Refused lines that cannot be written are a warning.
        Files.createDirectories(home.resolve("sluipkruid.jsonl.rejected.jsonl/sluipkruid"));

        run("import", file.toString());
        run("show", "V-1");
        run("decide", decisions("""
            {"item":"V-1","answers":{"5.3.1":"YES"},"outcome":"NO_VIOLATION","rationale":"sluipkruid"}\
            """).toString());
        run("decide", decisions("""
            {"item":"V-1","answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"sluipkruid"}\
            """).toString());
        run("export", "decisions", "--out", home.resolve("sluipkruid/out").toString());
        failInTheStore();
        failUnexpectedly();

        assertThat(logged()).contains("unexpected failure").doesNotContain(CONTENT, NAME);
    }

    @Test
    void aMarkThatIsLoggedIsFound() throws Exception {
        logInto(Level.WARN);
        Logger careless = LoggerFactory.getLogger("careless");
        careless.warn("could not show {}", CONTENT);
        careless.info("not at this level, {}", NAME);

        assertThat(logged()).contains(CONTENT).doesNotContain(NAME);
    }

    @Test
    void aMessageCannotForgeAnotherEntry() throws Exception {
        logInto(Level.WARN);
        LoggerFactory.getLogger("careless").warn("one\n2026-11-02T12:00:00.000Z ERROR forged\r\u2028two");

        assertThat(logged().lines()).hasSize(1);
    }

    /** A statement that H2 refuses, with the content among its values, and a store that is gone under the reviewer. */
    private void failInTheStore() throws StoreRefused {
        var folder = new DeskFolder(home);
        H2Store store = new StoreDoor(folder, clock).open(new Unlock.Alone());
        try (store) {
            assertThatThrownBy(() -> store.write(handle ->
                            handle.execute("insert into item (id, kind) values (?, ?)", CONTENT, CONTENT.repeat(100))))
                    .isInstanceOf(StoreException.class)
                    .satisfies(failure -> new Unexpected(_ -> {}).uncaughtException(Thread.currentThread(), failure));
        }
        var work = new Preferences(new Settings(folder.settings())).work();
        H2Store gone = new StoreDoor(folder, clock).open(new Unlock.Alone());
        try (gone) {
            var desk = new OpenDesk(folder, gone, new BookReader().read(OpenDesk.EDITION), work, clock);
            Person person = Person.alone(NAME);
            Opened opened = desk.review().look("V-1", person).orElseThrow();
            gone.close();
            var proposal = ProposalJson.read("{\"item\":\"V-1\",\"outcome\":\"REMOVE\",\"rationale\":\"sluipkruid\"}")
                    .proposal();
            assertThatThrownBy(() -> desk.review().submit(opened, proposal, 0))
                    .satisfies(failure -> new Unexpected(_ -> {}).uncaughtException(Thread.currentThread(), failure));
            assertThatThrownBy(
                            () -> desk.intake().importFile(home.resolve("sluipkruid.jsonl"), NAME, ImportProgress.NONE))
                    .satisfies(failure -> new Unexpected(_ -> {}).uncaughtException(Thread.currentThread(), failure));
        }
    }

    private static void failUnexpectedly() {
        var cause = new SQLException("value too long for column text: 'sluipkruid'");
        new Unexpected(_ -> {})
                .uncaughtException(
                        Thread.currentThread(), new IllegalStateException("Merelbeke saw sluipkruid", cause));
    }

    private Path decisions(String line) throws IOException {
        return Files.writeString(home.resolve("decisions.jsonl"), line + "\n");
    }

    private void run(String... arguments) {
        var unread = new StringWriter();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--as", NAME, "--home", home.toString()))
                .toArray(String[]::new);
        int status = new DeskCommandLine(
                        new CommandDoor(clock), Map.of(), new PrintWriter(unread), new PrintWriter(unread))
                .run(all);
        assertThat(status).as(String.join(" ", arguments)).isBetween(0, 2);
    }

    private String logged() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private void logInto(Level level) throws JoranException {
        System.setProperty("desk.logs", home.resolve("logs").toString());
        configure();
        logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
    }

    private void configure() throws JoranException {
        logback.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(logback);
        configurator.doConfigure(NothingInLogsTest.class.getResource("/logback.xml"));
    }
}
