package org.moderationdesk.approvals.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.fx.Background;
import org.moderationdesk.staff.Person;

/** What one person is told of, and how much of it they have not read. JavaFX thread only. */
public final class NoticesModel {
    private final Approvals approvals;
    private final Person person;
    private final Background background;
    private final Function<Person, List<Notice>> also;
    private final ReadOnlyObjectWrapper<List<Notice>> notices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Person>> working = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

    /** @param also what other rooms have to tell somebody; asked off the JavaFX thread */
    public NoticesModel(
            Approvals approvals, Person person, Background background, Function<Person, List<Notice>> also) {
        this.approvals = approvals;
        this.person = person;
        this.background = background;
        this.also = also;
    }

    public NoticesModel(Approvals approvals, Person person, Background background) {
        this(approvals, person, background, _ -> List.of());
    }

    private record Told(List<Notice> notices, List<Person> working) {}

    /** The newest first. */
    public ReadOnlyObjectProperty<List<Notice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /** Who works at this desk; nobody, while it knows no people. */
    public ReadOnlyObjectProperty<List<Person>> workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** How many decisions wait that this person may answer. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Asks the store; where it does not answer, what was known stays. */
    public void refresh() {
        refresh(() -> {});
    }

    /** @param then once the store has answered, or did not */
    void refresh(Runnable then) {
        background.run(
                () -> new Told(approvals.notices(person, also.apply(person)), approvals.working()),
                told -> {
                    show(told);
                    then.run();
                },
                _ -> then.run());
    }

    /** What is shown now counts as read. */
    void read() {
        List<Notice> shown = notices.get();
        background.run(
                () -> {
                    approvals.read(person, shown);
                    return new Told(approvals.notices(person, also.apply(person)), approvals.working());
                },
                this::show,
                _ -> {});
    }

    private void show(Told told) {
        notices.set(told.notices());
        working.set(told.working());
        unread.set(
                (int) told.notices().stream().filter(notice -> !notice.read()).count());
        waiting.set((int) told.notices().stream().filter(NoticesModel::waits).count());
    }

    private static boolean waits(Notice notice) {
        return notice.kind() == Notice.Kind.WAITS || notice.kind() == Notice.Kind.EMERGENCY;
    }
}
