package org.moderationdesk.referrals;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;

/** A desk in a process of its own that files a report, and stands still where it is to be killed. */
final class FilingUnderFire {
    static final String STANDS = "STANDS";
    static final String END = "END ";

    private FilingUnderFire() {}

    /** @param args the desk's home, its files, the server, the filing, what time it is, the request, whether once it is sent */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        InstantSource clock = InstantSource.fixed(Instant.parse(args[4]));
        var left = new AtomicInteger(Integer.parseInt(args[5]));
        boolean sent = Boolean.parseBoolean(args[6]);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var way = new HttpCybertipline(URI.create(args[2]), client, TestServer.LOGIN, Duration.ofSeconds(20));
        Cybertipline standing = call -> {
            boolean here = left.decrementAndGet() == 0;
            if (here && !sent) {
                stand(out);
            }
            Answer answer = way.send(call);
            if (here) {
                stand(out);
            }
            return answer;
        };
        try (Store store =
                new StoreDoor(new DeskFolder(Path.of(args[0])), Clock.systemUTC()).open(new Unlock.Alone())) {
            var desk = new FilingDesk(store, Path.of(args[1]), clock);
            out.println("READY");
            out.println(END
                    + desk.filings()
                            .goOn(FilingDesk.ANNA, args[3], standing)
                            .getClass()
                            .getSimpleName());
        }
    }

    private static void stand(PrintStream out) {
        out.println(STANDS);
        while (true) {
            LockSupport.park();
        }
    }
}
