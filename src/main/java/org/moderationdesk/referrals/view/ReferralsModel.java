package org.moderationdesk.referrals.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.Referrals;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.staff.Person;

/** The referrals that are listed, the one that is chosen, and the one that is open. JavaFX thread only. */
final class ReferralsModel {
    private static final int PAGE = 200;

    private final ReferralDoors doors;
    private final Person person;
    private final Kit kit;
    private final ReportForm form;
    private final ReportSending sending;
    private final ObservableList<Referral> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<Referral> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Missed> missed = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Referrals listed = new Referrals(List.of(), List.of(), false);
    private Runnable onSend = () -> {};
    private String words = "";
    private @Nullable ReferralTarget only;
    private int ended = PAGE;
    private String wanted = "";
    private long askedList;
    private long askedOne;

    /** What the list shows. */
    enum ListState {
        LOADING,
        THERE,
        /** The store did not answer. */
        LOST
    }

    /** One that is open. */
    record Opened(ReferralFile file) {
        String id() {
            return file.referral().line().id();
        }

        /** Whether it has a report to NCMEC, with a form. */
        boolean hasReport() {
            return file.referral().line().to() == ReferralTarget.NCMEC;
        }
    }

    /**
     * What did not work of one that was left meanwhile.
     *
     * @param item that was referred; empty where it is not listed any more
     * @param why in words
     */
    record Missed(String referral, String item, String why) {}

    ReferralsModel(ReferralDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        this.form = new ReportForm(doors.drafts(), person, kit);
        form.onSaved(this::refresh);
        this.sending = new ReportSending(doors.sending(), form, person, kit);
        form.onMissed(this::missed);
        sending.onMissed(this::missed);
        sending.onChange(() -> {
            refresh();
            onSend.run();
        });
    }

    /** What becomes of that report. */
    ReportSending sending() {
        return sending;
    }

    /** Told when a report was begun, let go on or taken back, and so has to be taken on. */
    void onSend(Runnable told) {
        onSend = told;
    }

    /** The report to NCMEC of the one that is open. */
    ReportForm form() {
        return form;
    }

    /** Those that somebody has to see to, the most urgent first, then what has ended. */
    ObservableList<Referral> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<Referral> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What did not work of those that were left meanwhile, until somebody has read it; the newest first. */
    ObservableList<Missed> missed() {
        return missed;
    }

    /** Says so of one that is open no more. */
    void missed(String referral, String why) {
        String item = Stream.concat(listed.open().stream(), listed.ended().stream())
                .filter(one -> id(one).equals(referral))
                .map(one -> one.line().itemId())
                .findFirst()
                .orElse("");
        var one = new Missed(referral, item, why);
        missed.remove(one);
        missed.addFirst(one);
    }

    /** What went wrong with the one that is open, in words; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Instant now() {
        return kit.clock().instant();
    }

    boolean isSearching() {
        return !words.isEmpty() || only != null;
    }

    /** Whether there are ended ones beyond those listed, that can be listed as well. */
    boolean hasMore() {
        return listed.more() && ended < Workspace.MOST;
    }

    /** Whether there are more than are ever listed. */
    boolean isCut() {
        return listed.more() && ended >= Workspace.MOST;
    }

    long late() {
        Instant now = now();
        return listed.open().stream().filter(one -> one.isLate(now)).count();
    }

    int waiting() {
        return listed.open().size();
    }

    void search(String typed) {
        if (!typed.strip().equals(words)) {
            words = typed.strip();
            ended = PAGE;
            refresh();
        }
    }

    /** @param target null for every kind */
    void only(@Nullable ReferralTarget target) {
        boolean other = only != target;
        only = target;
        if (other && state.get() == ListState.THERE) {
            show(listed);
        }
    }

    void more() {
        if (hasMore()) {
            ended = Math.min(Workspace.MOST, ended + PAGE);
            refresh();
        }
    }

    /** Asks the store anew, for the list and for what is open. */
    void refresh() {
        long question = ++askedList;
        String searched = words;
        int most = ended;
        kit.background()
                .run(
                        () -> doors.workspace().list(person, searched, most),
                        found -> {
                            if (question == askedList) {
                                show(found);
                            }
                        },
                        _ -> {
                            if (question == askedList) {
                                state.set(ListState.LOST);
                            }
                        });
        Opened now = opened.get();
        if (now != null) {
            ask(now.id(), false);
        }
    }

    private void show(Referrals found) {
        listed = found;
        List<Referral> all = new ArrayList<>(found.open());
        all.addAll(found.ended());
        all.removeIf(one -> only != null && one.line().to() != only);
        String keep = !wanted.isEmpty() ? wanted : selected.get() == null ? "" : id(selected.get());
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
        state.set(ListState.THERE);
        Optional<Referral> kept =
                rows.stream().filter(one -> id(one).equals(keep)).findFirst();
        selected.set(kept.orElseGet(() -> rows.isEmpty() ? null : rows.getFirst()));
        if (!wanted.isEmpty() && kept.isPresent()) {
            wanted = "";
            open();
        }
    }

    /** Chooses one; it is opened by {@link #open}, of which the log is told. */
    void select(@Nullable Referral referral) {
        selected.set(referral);
    }

    /** Chooses the next (1) or previous (-1). */
    void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get());
            select(rows.get(at < 0 ? 0 : Math.clamp(at + (long) by, 0, rows.size() - 1)));
        }
    }

    /** Opens this one once the list is there. */
    void open(String referralId) {
        wanted = referralId;
        words = "";
        only = null;
        refresh();
    }

    /** Opens the one that is chosen. */
    void open() {
        Referral chosen = selected.get();
        if (chosen != null && !isOpen(chosen)) {
            close();
            ask(id(chosen), true);
        }
    }

    /** Whether it is the one that is chosen that is open. */
    boolean isOpen(Referral referral) {
        Opened now = opened.get();
        return now != null && now.id().equals(id(referral));
    }

    /** Shows what is open no more. */
    void close() {
        askedOne++;
        problem.set("");
        form.leave();
        sending.leave();
        opened.set(null);
    }

    private void ask(String id, boolean tell) {
        long question = ++askedOne;
        kit.background()
                .run(
                        () -> read(id, tell),
                        found -> {
                            if (question == askedOne) {
                                problem.set(found.isEmpty() ? kit.texts().get("referrals.gone") : "");
                                found.ifPresentOrElse(this::put, this::drop);
                            }
                        },
                        _ -> {
                            if (question == askedOne) {
                                problem.set(kit.texts().get("referrals.lost.one"));
                            }
                        });
    }

    private void put(Opened found) {
        if (!found.equals(opened.get())) {
            opened.set(found);
        }
        if (found.hasReport()) {
            Standing standing = found.file().referral().standing();
            form.show(found.id(), isEditable(standing));
            sending.show(found.id(), standing);
        }
    }

    private void drop() {
        form.leave();
        sending.leave();
        opened.set(null);
    }

    /** Once a report is made of it, its draft stays as it is until that was taken back. */
    private static boolean isEditable(Standing standing) {
        return switch (standing) {
            case AWAITING_SECOND, NOT_YET, TO_DO, DRAFT, KEPT, TESTED, TAKEN_BACK -> true;
            case UNDER_WAY, HALTED, SENT, REVERSED, LAPSED -> false;
        };
    }

    /** Off the JavaFX thread. */
    private Optional<Opened> read(String id, boolean tell) {
        Optional<ReferralFile> file =
                tell ? doors.workspace().open(person, id) : doors.workspace().read(person, id);
        return file.map(Opened::new);
    }

    private static String id(@Nullable Referral referral) {
        return Objects.requireNonNull(referral).line().id();
    }
}
