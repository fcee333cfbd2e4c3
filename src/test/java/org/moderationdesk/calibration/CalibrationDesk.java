package org.moderationdesk.calibration;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderationdesk.approvals.ApprovalsDesk;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk with two reviewers who are asked, two team leads of whom one is cleared, and decisions to talk about. */
public final class CalibrationDesk implements AutoCloseable {
    public static final Person ANNA = ApprovalsDesk.ANNA;
    public static final Person BRAM = ApprovalsDesk.BRAM;
    public static final Person RUTH = ApprovalsDesk.RUTH;
    public static final Person CARA = new Person("cara", Set.of(Role.REVIEWER), false);
    public static final Person DIRK = new Person("dirk", Set.of(Role.REVIEWER), true);
    static final Book BOOK = new BookReader().read("2020-12");

    private final ApprovalsDesk desk;
    private final InstantSource clock;
    private final Calibration calibration;
    private final Rulings rulings;
    private final Precedents precedents;
    private final List<String> replaced = new ArrayList<>();

    public CalibrationDesk(InstantSource clock) {
        this.clock = clock;
        desk = new ApprovalsDesk(clock, true);
        for (Person person : List.of(CARA, DIRK)) {
            String once = desk.people().add(ApprovalsDesk.ADMIN, person.name(), person.roles(), person.childSafety());
            assert !once.isEmpty();
        }
        var rooms = new CalibrationRooms(
                desk.desk().decisions(),
                new Rules(BOOK),
                blind(desk.desk(), desk.people(), clock),
                (decision, _, _) -> {
                    replaced.add(decision);
                    return "instead-" + replaced.size();
                });
        calibration = new Calibration(desk.desk().store(), desk.desk().log(), rooms);
        rulings = new Rulings(desk.desk().store(), desk.desk().log(), rooms);
        precedents = new Precedents(desk.desk().store(), clock, BOOK, _ -> Optional.empty());
    }

    /** How the window lays a case out apart, too. */
    static BlindCases blind(ReviewDesk desk, People people, InstantSource clock) {
        var items = new StoredItems(desk.store(), StoredQueue::openCases);
        return new SecondReviews(
                desk.store(),
                desk.log(),
                clock,
                new QualityRooms(items, desk.decisions(), new Rules(BOOK), people, desk.wellbeing()))::layOut;
    }

    ApprovalsDesk desk() {
        return desk;
    }

    public Calibration calibration() {
        return calibration;
    }

    public Rulings rulings() {
        return rulings;
    }

    public Precedents precedents() {
        return precedents;
    }

    /** As they are read once another edition is in force. */
    public Precedents precedentsUnder(Book inForce) {
        return new Precedents(desk.desk().store(), clock, inForce, _ -> Optional.of(BOOK));
    }

    public People people() {
        return desk.people();
    }

    public Review review() {
        return desk.desk().review();
    }

    /** Whether the log and the tables say the same. */
    public boolean verified() {
        return desk.desk().verify().intact();
    }

    List<String> replaced() {
        return replaced;
    }

    /** A removal by Ruth, as the case that a session is about. */
    public Disputed disputed(String item) {
        return new Disputed(desk.decided(RUTH, "5.3", Proposed.removal(item)), CaseSource.ADDED);
    }

    /** The same under chapter 8. */
    public Disputed childSafety(String item) {
        Proposal proposal = Proposed.of(item, """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"that is what the rules ask for"
            """);
        return new Disputed(desk.decided(RUTH, "8.4", proposal), CaseSource.ADDED);
    }

    public Session begun(Person lead, List<Disputed> cases, Person... asked) {
        return calibration.begin(
                lead,
                new NewSession(
                        "Knife tricks",
                        cases,
                        Arrays.stream(asked).map(Person::name).toList(),
                        clock.instant().plus(Duration.ofDays(3))));
    }

    public static Proposal exception(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"EXCEPTION",
            "exception":{"ground":"EDUCATIONAL","why":"shows how to do it safely"},"rationale":"a lesson of a cook for other cooks"
            """);
    }

    @Override
    public void close() {
        desk.close();
    }
}
