package org.moderationdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.review.BareClaims;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.TeamShift;
import org.moderationdesk.staff.Person;

/**
 * Fifty people who clear one queue, each claim laid out and decided, against hands that do nothing but take rows of a
 * bare table with skip locked on the same server; and the same people in one process on H2.
 */
final class TeamBench implements Benchmark {
    private static final int CASES = Integer.getInteger("desk.bench.team", 4_000);
    private static final int HANDS = 50;
    private static final String NAME = "team";
    private static final String SECRET = "a long password of a bench";

    @Override
    public String name() {
        return "team";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("people", HANDS);
        figures.put("cases", CASES);
        Path folder = Files.createTempDirectory("team-bench");
        try (var server = PostgresServer.start()) {
            double claims = shared(server, folder);
            double bare = BareClaims.aSecond(server, NAME, HANDS, CASES);
            figures.put("claimsASecond", Math.round(claims));
            figures.put("bareSkipLockedASecond", Math.round(bare));
            figures.put("ratioToBare", Math.round(claims / bare * 1_000) / 1_000.0);
        }
        figures.put("claimsASecondInOneProcess", Math.round(alone(folder)));
        return figures;
    }

    private static double shared(PostgresServer server, Path folder) throws Exception {
        var door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        List<Person> people = TeamShift.people(HANDS);
        TeamShift.letIn(server, door, people, SECRET);
        try (var desk =
                new ReviewDesk(door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD), InstantSource.system())) {
            TeamShift.fill(desk, folder, CASES);
        }
        TeamShift.Desks desks =
                person -> new ReviewDesk(door.open(person.name(), SECRET, 2), InstantSource.system(), TeamShift.LEASES);
        return new TeamShift(desks, people, CASES).work(List.of()).claimsASecond();
    }

    private static double alone(Path folder) throws Exception {
        var clock = InstantSource.system();
        try (Store store = new StoreDoor(new DeskFolder(folder.resolve("desk")), clock)
                .create()
                .store()) {
            var desk = new ReviewDesk(store, clock, TeamShift.LEASES);
            TeamShift.fill(desk, folder, CASES);
            return new TeamShift(_ -> desk, TeamShift.people(HANDS), CASES)
                    .work(List.of())
                    .claimsASecond();
        }
    }
}
