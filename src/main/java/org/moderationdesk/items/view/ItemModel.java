package org.moderationdesk.items.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.view.Cover;

/** The item that is looked at, what is marked in it, and how it is covered. JavaFX thread only. */
public final class ItemModel {
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<OpenItem> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper media = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ClauseCode> clause = new SimpleObjectProperty<>();
    private final ObjectProperty<Instant> leaseUntil = new SimpleObjectProperty<>();
    private final ObservableList<EvidenceMark> marks = FXCollections.observableArrayList();
    private final ObservableSet<String> ticked = FXCollections.observableSet();
    private final Cover cover;
    private Runnable onNoClause = () -> {};
    private Runnable alsoCover = () -> {};
    private @Nullable SealedDoor sealedDoor;
    private @Nullable MetadataDoor metadataDoor;
    private boolean timed = true;
    private Function<Severity, CoverChoice> covering = _ -> CoverChoice.usual();

    /** @param onLook told of every look at a picture, when it ends */
    public ItemModel(InstantSource clock, Consumer<Look> onLook) {
        this.clock = clock;
        this.cover = new Cover(clock, onLook);
        now.set(clock.instant());
    }

    /** Null while no case is open. */
    public ReadOnlyObjectProperty<OpenItem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Index of the file of the item that is on the stage. */
    public ReadOnlyIntegerProperty mediaProperty() {
        return media.getReadOnlyProperty();
    }

    /** Puts another file of the item on the stage, covered; of a sealed item none. */
    public void turnTo(int which) {
        OpenItem item = shown.get();
        if (item != null
                && !item.row().sealed()
                && which >= 0
                && which < item.file().item().media().size()) {
            media.set(which);
        }
    }

    /** The next (1) or previous (-1) file; after the last comes the first. */
    void turn(int by) {
        if (hasSeveralFiles()) {
            turnTo(Math.floorMod(
                    media.get() + by, shown.get().file().item().media().size()));
        }
    }

    /** Whether there are several files to turn through. */
    boolean hasSeveralFiles() {
        OpenItem item = shown.get();
        return item != null
                && !item.row().sealed()
                && item.file().item().media().size() > 1;
    }

    /** The clause that a mark is tied to; null while none is chosen. */
    public ObjectProperty<ClauseCode> clauseProperty() {
        return clause;
    }

    /** When the lease ends; null without one. Set it anew at every heartbeat. */
    public ObjectProperty<Instant> leaseUntilProperty() {
        return leaseUntil;
    }

    /** What is marked, in order; the screen around adds those of a draft, and saves them on every change. */
    public ObservableList<EvidenceMark> marks() {
        return marks;
    }

    /** Ids of duplicates to be decided together with this item. */
    public ObservableSet<String> ticked() {
        return ticked;
    }

    public Cover cover() {
        return cover;
    }

    /** Covers whatever is uncovered, sealed or not, at once. */
    public void coverAll() {
        cover.coverAll();
        alsoCover.run();
    }

    /** What else covers itself then. */
    void alsoCover(Runnable other) {
        Runnable before = alsoCover;
        alsoCover = () -> {
            before.run();
            other.run();
        };
    }

    /** The way to what is sealed in the case that is shown next; null when there is none. */
    public void sealedBy(@Nullable SealedDoor door) {
        sealedDoor = door;
    }

    /** The way to what the files of the case that is shown next say of themselves; null when there is none. */
    public void metadataBy(@Nullable MetadataDoor door) {
        metadataDoor = door;
    }

    @Nullable
    MetadataDoor metadataDoor() {
        return metadataDoor;
    }

    @Nullable
    SealedDoor sealedDoor() {
        return sealedDoor;
    }

    InstantSource clock() {
        return clock;
    }

    /** The moment that due time and lease are told against. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Told when a mark was asked for while no clause is chosen. */
    public void onNoClause(Runnable told) {
        onNoClause = told;
    }

    /** What is shown here is due at no time. */
    public void untimed() {
        timed = false;
    }

    boolean isTimed() {
        return timed;
    }

    /** With how much cover content of a severity opens; asked whenever a case is shown. */
    public void coverBy(Function<Severity, CoverChoice> choices) {
        covering = choices;
    }

    /** Shows a case, covered, with nothing marked or ticked yet. */
    public void show(OpenItem item) {
        leave();
        cover.begin(0, covering.apply(item.row().severity()));
        now.set(clock.instant());
        leaseUntil.set(item.claim() == null ? null : item.claim().until());
        media.set(FileShape.first(item.file()));
        shown.set(item);
    }

    /** Shows no case. */
    public void leave() {
        cover.begin(0);
        marks.clear();
        ticked.clear();
        clause.set(null);
        leaseUntil.set(null);
        shown.set(null);
        media.set(0);
    }

    /** To be called every second while an item is seen. */
    public void tick() {
        now.set(clock.instant());
    }

    boolean mayMark() {
        OpenItem item = shown.get();
        return item != null && !item.isReadOnly();
    }

    /** Marks a place for the clause that is chosen, once. */
    void mark(Place place) {
        ClauseCode chosen = clause.get();
        if (!mayMark()) {
            return;
        }
        if (chosen == null) {
            onNoClause.run();
            return;
        }
        EvidenceMark mark = place.forClause(chosen);
        if (!marks.contains(mark)) {
            marks.add(mark);
        }
    }

    void unmark(@Nullable EvidenceMark mark) {
        if (mark != null && mayMark()) {
            marks.remove(mark);
        }
    }

    /** A place in the item, not yet tied to a clause. */
    interface Place {
        EvidenceMark forClause(ClauseCode clause);

        static Place text(EvidenceMark.Place in, int index, TextSpan span) {
            return clause -> new EvidenceMark.InText(clause, in, index, span.from(), span.to(), null);
        }

        static Place picture(int media, EvidenceMark.Box box) {
            return clause -> new EvidenceMark.InMedia(clause, media, null, null, box, null);
        }
    }
}
