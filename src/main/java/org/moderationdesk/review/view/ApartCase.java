package org.moderationdesk.review.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.decisions.view.PanelModel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.view.ItemModel;
import org.moderationdesk.items.view.OpenItem;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.Look;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.review.CaseLooks;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.SealedOpening;

/**
 * A case that is decided apart from the queue, laid out as it was: judged by the same rules, and shown with the same
 * parts, as any. JavaFX thread only.
 */
public final class ApartCase {
    private final OpenCase open;
    private final PictureSource pictures;
    private final PictureSource sealed;
    private final Book book;
    private final InstantSource clock;
    private final CaseHistory history;
    private boolean decided;
    private volatile @Nullable Opened opened;

    /** What a case apart is shown with. */
    public record Means(DecisionTools tools, PictureSource pictures, Covering covering) {}

    /** @param onLook told of every look at what is not sealed, when it ends */
    public ApartCase(Means means, Kit kit, BiConsumer<Opened, Look> onLook) {
        open = new OpenCase(means.tools(), kit.clock(), look -> {
            Opened now = opened;
            if (now != null && !now.row().sealed()) {
                onLook.accept(now, look);
            }
        });
        open.item().coverBy(means.covering()::of);
        history = new CaseHistory(kit.texts());
        open.layOut(this::laidOut);
        book = means.tools().book();
        clock = kit.clock();
        sealed = means.pictures();
        pictures = new UnsealedPictures(means.pictures(), this::isSealed);
    }

    /**
     * Lets who holds a case look at what is sealed in it; without this, nobody does.
     *
     * @param onEnd told on the JavaFX thread after how many milliseconds a look has ended
     */
    public void sealedBy(CaseLooks looks, ObjLongConsumer<SealedOpening> onEnd) {
        open.sealedBy(new SealedLooks(looks, sealed, onEnd)::doorTo);
    }

    /** What is answered so far; null while no case lies there. */
    public ReadOnlyObjectProperty<Proposal> proposalProperty() {
        return open.proposals().proposalProperty();
    }

    /** The case that lies there; null for none. */
    public @Nullable Opened opened() {
        return opened;
    }

    /**
     * Lays out a case that is to be decided.
     *
     * @param facts with the standing that the person has
     */
    public void show(Opened laid, Proposal draft, CaseFacts facts) {
        opened = laid;
        decided = true;
        open.showApart(laid, draft, facts);
        if (laid.claim() == null) {
            // It does not end, and nobody need be told so.
            open.item().leaseUntilProperty().set(null);
        }
    }

    /** Lays out a case that is only looked at, with what somebody marked in it. */
    public void look(Opened laid, List<EvidenceMark> marks) {
        opened = laid;
        decided = false;
        open.show(laid);
        open.item().marks().setAll(marks);
    }

    /** Shows no case: what was uncovered is covered. */
    public void leave() {
        open.item().coverAll();
        opened = null;
        open.showNone();
    }

    public void coverAll() {
        open.item().coverAll();
    }

    /** It is held for longer. */
    public void extend(Claim claim, Instant until) {
        open.extendLease(claim, until);
    }

    /** Until when it is held; null where that does not end, or is not known. */
    public @Nullable Instant heldUntil() {
        return open.item().leaseUntilProperty().get();
    }

    /** It is held no more: what was answered stays on screen. */
    public void lose() {
        open.loseLease();
    }

    /** Whether the person was really at it, and for how long: in milliseconds. */
    public long activeMillis() {
        return open.active().millis();
    }

    /** When there was input last; null while the window has no focus. */
    public @Nullable Instant lastInput() {
        return open.active().lastInput();
    }

    /** The desk is locked: what follows counts only once there is input again. */
    public void pause() {
        open.active().pause();
    }

    /** Says something where the person looks before submitting. */
    public void say(String sentence) {
        open.panel().saidProperty().set(new PanelModel.Said.Told(sentence));
    }

    /** Whether the store is recording. */
    public boolean isBusy() {
        return open.panel().busyProperty().get();
    }

    public void busy(boolean now) {
        open.panel().busyProperty().set(now);
    }

    Book book() {
        return book;
    }

    /** In what is decided, evidence is marked, whether anybody claims it or not. */
    private OpenItem laidOut(Opened laid) {
        OpenItem item = history.of(laid);
        if (!decided || item.claim() != null) {
            return item;
        }
        var row = laid.row();
        var own = new Claim(row.id(), row.itemId(), laid.facts().person().name(), 0, clock.instant(), Instant.MAX);
        return new OpenItem(row, own, item.file(), item.known());
    }

    OpenCase open() {
        return open;
    }

    public ItemModel item() {
        return open.item();
    }

    /** Pictures of what lies there, and of nothing else. */
    public PictureSource pictures() {
        return pictures;
    }

    /** What does not lie there counts as sealed: nothing of it is read. */
    private boolean isSealed(String itemId) {
        Opened now = opened;
        return now == null || now.row().sealed() || !now.row().itemId().equals(itemId);
    }
}
