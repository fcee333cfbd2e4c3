package org.moderationdesk.queue.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.fx.Background;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CasePage;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.QueueCounts;
import org.moderationdesk.staff.Person;

/**
 * The waiting cases as one person sees them: which are asked for, the stretch of the list that is held, and which of
 * them is chosen. The store is asked in the background; an answer to an older question never takes the place of a newer
 * one. JavaFX thread only.
 */
public final class QueueModel {
    static final Duration RETRY = Duration.ofSeconds(15);
    private static final int MOST_LOOKED_THROUGH = 20;
    private static final int MOST_PLACES = 60;

    private final ReadOnlyBooleanWrapper clear = new ReadOnlyBooleanWrapper();
    private final Queue queue;
    private final Background background;
    private final Person person;
    private final InstantSource clock;
    private final CaseWindow window = new CaseWindow();
    private final ObservableList<CaseRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> queues = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(new ListState.Loading());
    private final ReadOnlyObjectWrapper<QueueCounts> counts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CaseRow> selected = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<CaseFilter> filter = new SimpleObjectProperty<>(CaseFilter.ofQueue(Queue.GENERAL));
    private final ObjectProperty<Ordering> ordering = new SimpleObjectProperty<>(Ordering.URGENCY);
    private final ObjectProperty<Long> heldCase = new SimpleObjectProperty<>();
    private final SortedSet<String> languages = new TreeSet<>();
    private final SortedSet<String> regions = new TreeSet<>();
    private Replacing replacing = change -> change.run();
    private long asked;
    private boolean sliding;
    private boolean asking;
    private Runnable whenAnswered = () -> {};

    public QueueModel(Queue queue, Background background, Person person, InstantSource clock) {
        this.queue = queue;
        this.background = background;
        this.person = person;
        this.clock = clock;
        now.set(clock.instant());
        clear.bind(state.map(ListState.Empty.class::isInstance));
        filter.addListener(_ -> reload());
        ordering.addListener(_ -> reload());
    }

    /** Puts rows in the place of others; a list keeps what it shows where it was. */
    interface Replacing {
        void around(Runnable change);
    }

    /** How the list stands. */
    sealed interface ListState {
        record Loading() implements ListState {}

        record Filled() implements ListState {}

        record Empty() implements ListState {}

        record NothingMatches(long open) implements ListState {}

        record NoConnection(Instant since, Instant nextTry) implements ListState {}
    }

    /** The part of the list that is held. */
    public ObservableList<CaseRow> rows() {
        return rows;
    }

    /** The queues there are, by name. */
    public ObservableList<String> queues() {
        return queues;
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether nothing waits, and nothing is filtered out. */
    public ReadOnlyBooleanProperty clearProperty() {
        return clear.getReadOnlyProperty();
    }

    /** Null until the first answer. */
    public ReadOnlyObjectProperty<QueueCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The moment that due times are told against. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The row that the keys are on; null for none. */
    public ReadOnlyObjectProperty<CaseRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ObjectProperty<CaseFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<Ordering> orderingProperty() {
        return ordering;
    }

    /** The case that the person has open and holds; null for none. It is not counted among those leased to others. */
    public ObjectProperty<Long> heldCaseProperty() {
        return heldCase;
    }

    Person person() {
        return person;
    }

    /** Language tags that were met in the cases read so far. */
    SortedSet<String> languages() {
        return new TreeSet<>(languages);
    }

    /** Region codes that were met in the cases read so far. */
    SortedSet<String> regions() {
        return new TreeSet<>(regions);
    }

    void replaceBy(Replacing way) {
        replacing = way;
    }

    void put(FilterChoice choice, boolean wanted) {
        filter.set(choice.put(filter.get(), wanted));
    }

    /** Takes every filter away, the words searched for too. */
    public void clearFilters() {
        filter.set(FilterChoice.cleared(filter.get()));
    }

    public void showQueue(String name) {
        filter.set(FilterChoice.inQueue(filter.get(), name));
    }

    public void search(String words) {
        filter.set(filter.get().searching(words));
    }

    /** Cases that others hold. */
    long leasedToOthers() {
        QueueCounts known = counts.get();
        return known == null ? 0 : Math.max(0, known.held() - (heldCase.get() == null ? 0 : 1));
    }

    /** Reads counts and list anew; what is shown stays where it is. */
    public void refresh() {
        ask(window.start(), window.span(), window.start() == null);
    }

    /** Reads counts and list anew, from the top. */
    public void reload() {
        ask(null, 1, true);
    }

    /** Acts at once, or when the answer to the newest question is here. Only the last act asked for is done. */
    void whenAnswered(Runnable act) {
        whenAnswered = act;
        if (!asking) {
            answered();
        }
    }

    private void answered() {
        asking = false;
        Runnable act = whenAnswered;
        whenAnswered = () -> {};
        act.run();
    }

    private void ask(@Nullable PageKey start, int pages, boolean fromTop) {
        long question = ++asked;
        sliding = false;
        asking = true;
        CaseFilter wanted = filter.get();
        Ordering order = ordering.get();
        Callable<Answer> work = () -> new Answer(
                read(wanted, order, start, pages), queue.counts(person, wanted.queue()), queue.queues(person));
        background.run(
                work, answer -> ifNewest(question, () -> show(answer, fromTop)), _ -> ifNewest(question, this::lost));
    }

    private List<CasePage> read(CaseFilter wanted, Ordering order, @Nullable PageKey start, int pages) {
        var read = new ArrayList<CasePage>();
        PageKey after = start;
        for (int i = 0; i < pages; i++) {
            CasePage page = readBelow(wanted, order, after);
            read.add(page);
            after = page.after();
            if (after == null) {
                break;
            }
        }
        return read;
    }

    /** A narrow filter may find nothing in the cases that were looked at: goes on for a while. */
    private CasePage readBelow(CaseFilter wanted, Ordering order, @Nullable PageKey after) {
        CasePage page = queue.page(person, wanted, order, after, CaseWindow.PAGE);
        for (int i = 0; i < MOST_LOOKED_THROUGH && page.rows().isEmpty() && page.after() != null; i++) {
            page = queue.page(person, wanted, order, page.after(), CaseWindow.PAGE);
        }
        return page;
    }

    /** The list has been scrolled near its lower end: reads on. */
    void showFurther() {
        PageKey after = window.below();
        if (after != null) {
            CaseFilter wanted = filter.get();
            Ordering order = ordering.get();
            slide(() -> readBelow(wanted, order, after), window::append);
        }
    }

    /** The list has been scrolled near its upper end: reads back. */
    void showEarlier() {
        PageKey before = window.above();
        if (before != null) {
            CaseFilter wanted = filter.get();
            Ordering order = ordering.get();
            slide(() -> queue.pageBefore(person, wanted, order, before, CaseWindow.PAGE), window::prepend);
        }
    }

    private void slide(Callable<CasePage> work, Consumer<CasePage> take) {
        if (sliding) {
            return;
        }
        sliding = true;
        long question = asked;
        background.run(
                work,
                page -> ifNewest(question, () -> {
                    sliding = false;
                    take.accept(page);
                    putRows();
                }),
                _ -> ifNewest(question, () -> {
                    sliding = false;
                    lost();
                }));
    }

    private void ifNewest(long question, Runnable act) {
        if (question == asked) {
            act.run();
        }
    }

    private void show(Answer answer, boolean fromTop) {
        now.set(clock.instant());
        window.replace(answer.pages(), fromTop);
        counts.set(answer.counts());
        if (!queues.equals(answer.queues())) {
            queues.setAll(answer.queues());
        }
        putRows();
        answered();
    }

    private void putRows() {
        List<CaseRow> held = window.rows();
        held.forEach(this::notePlaces);
        CaseRow before = selected.get();
        replacing.around(() -> {
            rows.setAll(held);
            selected.set(before == null ? null : rowOf(before.id()).orElse(null));
        });
        state.set(stateOf(held));
    }

    private ListState stateOf(List<CaseRow> held) {
        if (!held.isEmpty()) {
            return new ListState.Filled();
        }
        QueueCounts known = counts.get();
        long open = known == null ? 0 : known.waiting() + known.held();
        return filter.get().isNarrow() && open > 0 ? new ListState.NothingMatches(open) : new ListState.Empty();
    }

    private void notePlaces(CaseRow row) {
        if (row.language() != null && languages.size() < MOST_PLACES) {
            languages.add(row.language());
        }
        if (row.region() != null && regions.size() < MOST_PLACES) {
            regions.add(row.region());
        }
    }

    private void lost() {
        Instant since = state.get() instanceof ListState.NoConnection before ? before.since() : clock.instant();
        state.set(new ListState.NoConnection(since, clock.instant().plus(RETRY)));
        answered();
    }

    /** To be called every second while the list is seen: due times go on, and a lost store is tried again. */
    public void tick() {
        now.set(clock.instant());
        if (state.get() instanceof ListState.NoConnection lost && !now.get().isBefore(lost.nextTry())) {
            refresh();
        }
    }

    public void select(@Nullable CaseRow row) {
        selected.set(row);
    }

    /** Moves the choice down (1) or up (-1); from nothing chosen to the first row. */
    void move(int by) {
        if (rows.isEmpty()) {
            return;
        }
        CaseRow at = selected.get();
        int index = at == null ? -1 : indexOf(at.id());
        selected.set(rows.get(index < 0 ? 0 : Math.clamp((long) index + by, 0, rows.size() - 1)));
    }

    Optional<CaseRow> rowOf(long caseId) {
        return rows.stream().filter(row -> row.id() == caseId).findFirst();
    }

    int indexOf(long caseId) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id() == caseId) {
                return i;
            }
        }
        return -1;
    }

    private record Answer(List<CasePage> pages, QueueCounts counts, List<String> queues) {}
}
