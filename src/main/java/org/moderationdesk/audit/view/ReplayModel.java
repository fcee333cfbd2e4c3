package org.moderationdesk.audit.view;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.ChainLink;
import org.moderationdesk.audit.Replay;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.quality.QualityCard;
import org.moderationdesk.review.view.ReadCase;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The decision that is open beside the list, and whether its item is seen. JavaFX thread only. */
final class ReplayModel {
    private final LogRooms rooms;
    private final Kit kit;
    private final Consumer<String> say;
    private final ReadCase reading;
    private final ReadOnlyObjectWrapper<@Nullable Replay> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ChainLink> link = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QualityCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper viewing = new ReadOnlyBooleanWrapper();
    private long asked;

    ReplayModel(LogRooms rooms, Kit kit, Consumer<String> say) {
        this.rooms = rooms;
        this.kit = kit;
        this.say = say;
        reading = new ReadCase(
                rooms.reading(),
                kit.background(),
                kit.clock(),
                () -> say.accept(kit.texts().get("audit.look.failed")));
    }

    /** Null for none. */
    ReadOnlyObjectProperty<@Nullable Replay> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What came of proving its entry; null for none. */
    ReadOnlyObjectProperty<@Nullable ChainLink> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** What a second review made of it; null for none, for who may not know, and while it is read. */
    ReadOnlyObjectProperty<@Nullable QualityCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Whether two answers to it can be seen side by side. */
    boolean hasDifference() {
        QualityCard now = card.get();
        return now != null && now.hasDifference();
    }

    /** Asks anew what a second review made of it: that can change while it is open. */
    void readCard() {
        Replay now = opened.get();
        if (now == null) {
            return;
        }
        String decision = now.line().id();
        kit.background()
                .run(
                        () -> cardOf(decision),
                        found -> {
                            Replay still = opened.get();
                            if (still != null && still.line().id().equals(decision)) {
                                card.set(found.orElse(null));
                            }
                        },
                        // What was read stays; once the store answers again, this is asked again.
                        _ -> {});
    }

    private Optional<QualityCard> cardOf(String decision) {
        Person viewer = rooms.reader().viewer();
        return Rights.has(viewer, Right.RESOLVE_DIFFERENCE) ? rooms.cards().of(viewer, decision) : Optional.empty();
    }

    /** Whether its item lies in the place of the list. */
    ReadOnlyBooleanProperty viewingProperty() {
        return viewing.getReadOnlyProperty();
    }

    ReadCase reading() {
        return reading;
    }

    void open(long seq) {
        Replay now = opened.get();
        if (now != null && now.row().fact().seq() == seq) {
            return;
        }
        read(() -> rooms.replays().open(seq));
    }

    void open(String decisionId) {
        Replay now = opened.get();
        if (now == null || !now.row().fact().decisionId().equals(decisionId)) {
            read(() -> rooms.replays().open(decisionId));
        }
    }

    private record Read(Optional<Replay> replay, Optional<QualityCard> card) {}

    private void read(Callable<Optional<Replay>> from) {
        long mine = ++asked;
        leaveItem();
        kit.background()
                .run(
                        () -> {
                            Optional<Replay> replay = from.call();
                            return new Read(
                                    replay,
                                    replay.flatMap(one -> cardOf(one.line().id())));
                        },
                        found -> {
                            if (mine == asked) {
                                show(found);
                            }
                        },
                        _ -> {
                            if (mine == asked) {
                                say.accept(kit.texts().get("audit.replay.failed"));
                            }
                        });
    }

    private void show(Read read) {
        Optional<Replay> found = read.replay();
        if (found.isEmpty()) {
            say.accept(kit.texts().get("audit.replay.gone"));
        }
        opened.set(found.orElse(null));
        card.set(read.card().orElse(null));
        link.set(found.map(Replay::link).orElse(null));
    }

    void close() {
        asked++;
        leaveItem();
        card.set(null);
        opened.set(null);
        link.set(null);
    }

    /** Whether the item of the one that is open can be looked at: a look must be recorded, and the item be there. */
    boolean canView() {
        Replay now = opened.get();
        return now != null && now.asItWas().isPresent() && mayLook();
    }

    boolean mayLook() {
        return Rights.has(rooms.reader().viewer(), Right.LOOK);
    }

    /** Brings the item to the front, covered, or puts it away. */
    void switchView() {
        if (viewing.get()) {
            leaveItem();
            return;
        }
        Replay now = opened.get();
        if (now != null && canView()) {
            reading.show(now.asItWas().orElseThrow(), now.proposal(), now.line());
            viewing.set(true);
        }
    }

    void leaveItem() {
        viewing.set(false);
        reading.leave();
    }

    /** Makes the hashes of its entry and of its neighbours anew. */
    void prove() {
        Replay now = opened.get();
        if (now == null) {
            return;
        }
        long seq = now.row().fact().seq();
        kit.background()
                .run(
                        () -> rooms.proofs().links().of(seq),
                        found -> {
                            Replay still = opened.get();
                            if (still != null && still.row().fact().seq() == seq) {
                                link.set(found.orElse(null));
                                say.accept(found.map(this::said)
                                        .orElseGet(() -> kit.texts().get("audit.link.BROKEN")));
                            }
                        },
                        _ -> say.accept(kit.texts().get("audit.replay.failed")));
    }

    private String said(ChainLink found) {
        return kit.texts().get("audit.link." + found.state());
    }
}
