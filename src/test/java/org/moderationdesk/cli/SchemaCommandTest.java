package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.app.RealDoor;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.TestServer;
import org.moderationdesk.referrals.ncmec.OutlineSchema;

/** {@code referrals fetch-schema}, against a server of this test over TLS: everything but the address is the desk's own. */
final class SchemaCommandTest {
    private final TestServer server = TestServer.overTls(new TestClock());
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itSaysWhatItFetchedAndKeptIt() {
        var answer = run("--json");

        assertThat(answer.object())
                .isEqualTo(Map.of(
                        "sha256",
                        Sha256.of(OutlineSchema.text()),
                        "bytes",
                        OutlineSchema.text().length()));
        assertThat(answer.status()).isEqualTo(Exit.DONE);
        var again = run();
        assertThat(again.out()).contains(Sha256.of(OutlineSchema.text()));
        assertThat(again.err()).isEmpty();
        assertThat(server.seen()).containsExactly("/xsd", "/xsd");
    }

    @Test
    void whatIsNoSchemaIsSaidAndNotKept() {
        server.schema("<html><body>Sign in</body></html>");

        var answer = run();

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotBlank();
        desk.speak(Language.NL);
        assertThat(run().err()).isNotBlank().isNotEqualTo(answer.err());
    }

    @Test
    void aHugeAnswerIsNotGiven() {
        server.schema(OutlineSchema.text() + " ".repeat(8_000_000));

        var answer = run("--json");

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.object()).containsEntry("why", "NOT_GIVEN");
    }

    private CommandRun.Answer run(String... more) {
        String[] all = new String[4 + more.length];
        all[0] = "referrals";
        all[1] = "fetch-schema";
        all[2] = "--home";
        all[3] = desk.home().toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return desk.bare(reaching(RealDoor.of(desk.clock())), all);
    }

    /** The real door, whose desk reaches the server of this test. */
    private DeskDoor reaching(DeskDoor real) {
        return proxy(DeskDoor.class, real, (method, answer) -> {
            if (!method.getName().equals("open") || answer == null) {
                return answer;
            }
            return proxy(OpenedDesk.class, answer, (inner, given) -> {
                if (!inner.getName().equals("reports") || given == null) {
                    return given;
                }
                ReportDoors doors = (ReportDoors) given;
                var anna = org.moderationdesk.staff.Person.alone("Anna");
                var environments = doors.sending().environments();
                environments.choose(anna, Environment.TEST);
                environments.signInWith(anna, Environment.TEST, TestServer.LOGIN);
                return new ReportDoors(
                        doors.workspace(), doors.drafts(), server.instead(doors.sending()), doors.schemas());
            });
        });
    }

    /** Changes an answer. */
    private interface Change {
        @Nullable
        Object of(Method method, @Nullable Object answer);
    }

    private static <T> T proxy(Class<T> as, Object real, Change change) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                return change.of(method, method.invoke(real, arguments));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return as.cast(Proxy.newProxyInstance(as.getClassLoader(), new Class<?>[] {as}, handler));
    }
}
