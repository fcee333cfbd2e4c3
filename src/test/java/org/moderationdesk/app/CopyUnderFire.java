package org.moderationdesk.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.moderationdesk.cli.Moved;
import org.moderationdesk.cli.OpenedDesk;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.Unlock;

/** A {@code store copy} in a process of its own, as the command does it. It says STEP whenever its progress is told. */
final class CopyUnderFire {
    static final String STEP = "STEP";
    static final String END = "END";
    static final String SECRET = "a long passphrase of a trial";

    private CopyUnderFire() {}

    /** @param args from, to, and the folder of the settings; a server is named by its address */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("READY");
        copy(args[0], args[1], new DeskFolder(Path.of(args[2])), (_, _) -> out.println(STEP));
        out.println(END);
    }

    /** The same here. */
    static void copy(String from, String to, DeskFolder home, Progress progress) throws Exception {
        var door = new CommandDoor(Clock.systemUTC());
        Supplier<String> secret = () -> SECRET;
        if (to.startsWith("jdbc:")) {
            Moved unused = door.moveTo(server(to), new DeskFolder(Path.of(from)), secret, home, progress);
        } else if (from.startsWith("jdbc:")) {
            var target = new StoreMove.Folder(new DeskFolder(Path.of(to)), SECRET);
            Moved unused = door.moveFrom(server(from), target, _ -> {}, home, progress);
        } else {
            Path onTheWay = Files.createTempFile(home.home(), "on-the-way", ".copy");
            try (OpenedDesk desk = door.open(new DeskFolder(Path.of(from)), secret, _ -> {})) {
                var unused = desk.backup().orElseThrow().to(onTheWay, progress);
            }
            long unused = door.restore(
                    RestorePermit.nobodyToAsk(),
                    new DeskFolder(Path.of(to)),
                    onTheWay,
                    new Unlock.Passphrase(SECRET),
                    progress);
        }
    }

    private static StoreMove.Server server(String address) {
        return new StoreMove.Server(
                PostgresPlace.parse(address).orElseThrow(), PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }
}
