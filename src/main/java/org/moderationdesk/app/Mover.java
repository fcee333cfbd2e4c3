package org.moderationdesk.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.cli.Moved;
import org.moderationdesk.db.Created;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StaffTables;
import org.moderationdesk.staff.StoredPeople;

/** Moves a desk's store to a server and back, and says who can sign in there. */
final class Mover {
    private final InstantSource clock;
    private final Texts texts;
    private final Progress progress;
    private final StoreMove move;
    private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();

    Mover(InstantSource clock, Texts texts, Progress progress) {
        this.clock = clock;
        this.texts = texts;
        this.progress = progress;
        this.move = new StoreMove(StaffTables.ofThisPlace(), clock);
    }

    /** @param media where the files of the shared desk lie */
    Moved to(StoreMove.Server to, H2Store from, Path media) throws StoreRefused {
        long rows = move.toServer(from, to, media, this::look, progress);
        return moved(rows, working(people(from)).stream().map(Person::name).toList(), null);
    }

    /** @param media where the files of the shared desk lie */
    Moved from(StoreMove.Server from, Path media, StoreMove.Folder to, Consumer<String> recoveryKey)
            throws StoreRefused {
        StoreMove.Came came = move.fromServer(from, media, to, this::look, progress);
        Created created = came.created();
        recoveryKey.accept(created.recoveryKey().written());
        try (H2Store store = created.store()) {
            StoredPeople people = people(store);
            List<Person> working = working(people);
            Moved.@Nullable First first = working.stream()
                    .filter(person -> person.roles().contains(Role.ADMINISTRATOR))
                    .findFirst()
                    .map(person -> new Moved.First(person.name(), people.reset(person, person.name())))
                    .orElse(null);
            List<String> others = working.stream()
                    .map(Person::name)
                    .filter(name -> first == null || !name.equals(first.name()))
                    .toList();
            return moved(came.rows(), others, first);
        }
    }

    private void look(Store source, Store copy) throws StoreRefused {
        Verdict found = new Verifier(copy, DeskTables.all()).verify(progress);
        if (!found.intact()) {
            throw new StoreRefused(
                    new StoreRefused.CopyDoesNotVerify(found.why(texts).orElse("")));
        }
        if (!found.head().equals(new Verifier(source, DeskTables.all()).head())) {
            throw new StoreRefused(new StoreRefused.OtherHead());
        }
        verdict.set(found);
    }

    private Moved moved(long rows, List<String> withoutLogin, Moved.@Nullable First first) {
        Verdict found = verdict.get();
        if (found == null) {
            throw new IllegalStateException("a copy that nobody has looked through");
        }
        return new Moved(found.entries(), found.head(), rows, withoutLogin, first);
    }

    private StoredPeople people(Store store) {
        return new StoredPeople(store, new StoredEventLog(store, clock), clock);
    }

    private static List<Person> working(StoredPeople people) {
        return people.working();
    }
}
