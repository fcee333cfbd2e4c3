package org.moderationdesk.review.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Background;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.Look;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.view.QueueModel;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.wellbeing.BreakFirst;

/**
 * One person's way through the cases: claim, look, answer, decide, next. Nothing is called recorded before the store has
 * said so. It outlives the screen that shows it, so that the language can change while a case is open. JavaFX thread only.
 */
public final class ReviewModel {
    private final ReviewDesk desk;
    private final Review review;
    private final Background background;
    private final InstantSource clock;
    private final QueueModel queue;
    private final OpenCase open;
    private final CaseWatch watch;
    private final UnsealedPictures pictures;
    private final Looking looking;
    private final Keeping keeping;
    private final ObjectProperty<ReviewNews> news = new SimpleObjectProperty<>();
    private @Nullable Made last;
    private @Nullable Submission unsent;
    private boolean storeGone;
    private long asked;

    private record Found(@Nullable Opened opened, @Nullable ReviewNews otherwise) {}

    public ReviewModel(ReviewDesk desk, Background background, InstantSource clock) {
        this.desk = desk;
        this.review = desk.review();
        this.background = background;
        this.clock = clock;
        this.queue = new QueueModel(desk.queue(), background, desk.person(), clock);
        this.looking = new Looking(desk, background, this::failed);
        this.open = new OpenCase(desk.tools(), clock, this::looked);
        this.pictures = new UnsealedPictures(desk.pictures(), this::isSealed);
        this.open.metadataBy(new MetadataLooks(review.looks(), desk.pictures(), looking::metadataShown)::doorTo);
        this.open.sealedBy(new SealedLooks(review.looks(), desk.pictures(), looking::sealedEnded)::doorTo);
        this.open.item().coverBy(desk.covering()::of);
        this.keeping = new Keeping(desk, open, clock);
        this.watch = new CaseWatch(open, review, background, clock, this::tell);
    }

    ReviewDesk desk() {
        return desk;
    }

    /** The case that is open; null for none. */
    public ReadOnlyObjectProperty<Opened> openedProperty() {
        return open.openedProperty();
    }

    /** The latest news; null for none. */
    ReadOnlyObjectProperty<ReviewNews> newsProperty() {
        return news;
    }

    public QueueModel queue() {
        return queue;
    }

    /** Until when the open case stays this person's without input; empty where none is held. */
    public Optional<Instant> heldUntil() {
        return open.holds()
                ? Optional.ofNullable(open.item().leaseUntilProperty().get())
                : Optional.empty();
    }

    OpenCase open() {
        return open;
    }

    private boolean isBusy() {
        return open.panel().busyProperty().get();
    }

    private void busy(boolean now) {
        open.panel().busyProperty().set(now);
    }

    private void tell(ReviewNews what) {
        if (what instanceof ReviewNews.LeaseLost) {
            queue.heldCaseProperty().set(null);
        }
        // The same news twice is news all the same.
        news.set(null);
        news.set(what);
    }

    /** Opens the case of an item; what was open before is kept and given back. */
    public void open(String itemId) {
        Opened now = open.opened();
        if (now == null || !open.holds() || !now.row().itemId().equals(itemId)) {
            leaveAnd(() -> review.open(itemId, desk.person()), () -> new ReviewNews.Unknown(itemId));
        }
    }

    /** Opens the most urgent case that the list asks for. */
    public void openNext() {
        CaseFilter filter = queue.filterProperty().get();
        leaveAnd(() -> review.openNext(desk.person(), filter), () -> noneLeft(filter));
    }

    /** Why no case came; not on the JavaFX thread. */
    private ReviewNews noneLeft(CaseFilter filter) {
        return desk.queue().peekNext(desk.person(), filter).isPresent()
                ? new ReviewNews.NoneOffered()
                : new ReviewNews.Clear();
    }

    /** @param otherwise what is said where nothing is found; asked in the background */
    private void leaveAnd(Supplier<Optional<Opened>> find, Supplier<ReviewNews> otherwise) {
        if (isBusy()) {
            return;
        }
        Runnable keep = keeping.andRelease();
        long question = ++asked;
        busy(true);
        background.run(
                () -> {
                    keep.run();
                    @Nullable Opened found = find.get().orElse(null);
                    return new Found(found, found == null ? otherwise.get() : null);
                },
                found -> {
                    if (question == asked) {
                        busy(false);
                        show(found);
                    }
                },
                this::failed);
    }

    private void show(Found found) {
        if (found.opened() != null) {
            show(found.opened());
        } else {
            showNone();
            if (found.otherwise() != null) {
                tell(found.otherwise());
            }
        }
    }

    private void show(Opened found) {
        open.show(found);
        watch.begin();
        queue.heldCaseProperty().set(found.claim() == null ? null : found.row().id());
        queue.select(found.row());
        queue.refresh();
        if (found.readOnly() != null && open.proposals().decidedProperty().get() == null) {
            tell(new ReviewNews.ReadOnly(found.readOnly()));
        } else if (found.claim() != null && found.returned() != null) {
            tell(new ReviewNews.Returned(found.returned()));
        } else if (found.handOver() != null) {
            tell(new ReviewNews.GivenByOther(
                    found.handOver().from(), found.handOver().note()));
        } else {
            news.set(null);
        }
        desk.care().refresh();
        if (found.claim() != null) {
            pictures.prepareNext(desk, queue.filterProperty().get(), background);
        }
    }

    private void showNone() {
        open.showNone();
        desk.care().refresh();
        queue.heldCaseProperty().set(null);
        queue.refresh();
    }

    private void failed(Exception failure) {
        busy(false);
        if (failure instanceof BreakFirst first) {
            // Whatever was open before has been given back by now.
            showNone();
            desk.care().breakFirst(first.owed(), this::openNext);
            return;
        }
        open.notSaved();
        tell(
                switch (failure) {
                    case DecisionRefused refused -> new ReviewNews.Refused(refused.judgement());
                    case ClaimRefused refused -> new ReviewNews.ReadOnly(refused.reason());
                    default -> new ReviewNews.Failed();
                });
    }

    /** Records the decision; called while the rules accept it. */
    void submit(boolean next) {
        Opened now = open.opened();
        Proposal proposal = open.proposal();
        if (now == null || proposal == null || isBusy()) {
            return;
        }
        open.item().coverAll();
        @Nullable CaseFilter nextOf = next ? queue.filterProperty().get() : null;
        send(new Submission(now, proposal, open.active().millis(), open.ticked(), nextOf));
    }

    private void send(Submission submission) {
        boolean unused = open.takeUnsaved();
        busy(true);
        background.run(
                () -> {
                    looking.write();
                    return submission.send(desk);
                },
                sent -> sent(submission.opened(), sent),
                failure -> notSent(submission, failure));
    }

    /** A decision that may or may not be in the store stays here, as it is, until it can be sent again. */
    private void notSent(Submission submission, Exception failure) {
        open.notSaved(submission.opened());
        if (failure instanceof StoreException gone
                && gone.isLost()
                && submission.opened().equals(open.opened())) {
            unsent = submission;
            tell(new ReviewNews.Unsent(submission.opened().row().itemId()));
        } else {
            failed(failure);
        }
    }

    private void sendAgain() {
        Submission again = unsent;
        unsent = null;
        if (again != null && again.opened().equals(open.opened())) {
            send(again);
        }
    }

    /**
     * Whether the store answers, as everybody finds. While it does not, nothing is asked and no lease counts; then what
     * is unsent is sent, once, under its own id.
     */
    public void storeGone(boolean gone) {
        storeGone = gone;
        if (gone) {
            // Nobody can say how long it still is.
            open.item().leaseUntilProperty().set(null);
        } else if (unsent != null) {
            sendAgain();
        } else {
            watch.back();
        }
        if (!gone) {
            bringCarried();
            news.set(news.get() instanceof ReviewNews.Failed ? null : news.get());
        }
    }

    /** What this person left here unsaved, when they were in last, goes to the store. */
    public void bringCarried() {
        background.run(keeping::write, items -> items.forEach(item -> tell(new ReviewNews.Kept(item))), _ -> {});
    }

    private void sent(Opened now, Submission.Sent sent) {
        busy(false);
        if (!(sent.answer() instanceof Submitted.Accepted)) {
            open.notSaved(now);
            if (heldUntil().isEmpty()) {
                watch.back();
            }
        }
        switch (sent.answer()) {
            case Submitted.Accepted accepted -> accepted(now, accepted, sent);
            case Submitted.Refused refused -> tell(new ReviewNews.Refused(refused.judgement()));
            case Submitted.NewReports reports ->
                watch.showNewReports(now, reports.reports().size());
        }
    }

    private void accepted(Opened now, Submitted.Accepted accepted, Submission.Sent sent) {
        String id = now.row().itemId();
        var ids = new ArrayList<>(List.of(accepted.decision().decisionId()));
        ids.addAll(sent.together().decisions());
        last = new Made(id, ids, accepted.decision().releaseAt());
        open.panel().undoableProperty().set(true);
        Opened next = sent.next();
        if (next == null) {
            showNone();
            noNext(sent.notNow());
        } else if (next.equals(now)) {
            queue.heldCaseProperty().set(null);
            if (sent.line() != null) {
                open.proposals().recorded(sent.line());
            }
            queue.refresh();
        } else {
            show(next);
        }
        int together = sent.together().decisions().size();
        tell(new ReviewNews.Decided(
                id, accepted.decision(), together, sent.together().left()));
    }

    private void noNext(@Nullable RuntimeException notNow) {
        switch (notNow) {
            case null -> tell(new ReviewNews.Clear());
            case BreakFirst first -> desk.care().breakFirst(first.owed(), this::openNext);
            case ClaimRefused refused -> tell(new ReviewNews.ReadOnly(refused.reason()));
            default -> tell(new ReviewNews.Failed());
        }
    }

    /** Undoes the last decision while that is possible, else withdraws what waits of the decision that is shown. */
    void undo() {
        DecisionLine shown = open.proposals().decidedProperty().get();
        if (isBusy()) {
            return;
        }
        if (last != null && clock.instant().isBefore(last.until())) {
            undo(last);
        } else if (shown != null && shown.state() == DecisionState.AWAITING_SECOND) {
            withdraw(shown);
        } else {
            tell(new ReviewNews.NothingToUndo());
        }
    }

    private void undo(Made made) {
        Runnable keep = keeping.andRelease();
        busy(true);
        background.run(
                () -> {
                    keep.run();
                    return made.undo(review, desk.person());
                },
                undone -> {
                    busy(false);
                    forgetLast();
                    if (undone.opened() == null) {
                        showNone();
                    } else {
                        show(undone.opened());
                    }
                    tell(new ReviewNews.TakenBack(made.item(), undone.decision().followUp()));
                },
                this::failed);
    }

    private void forgetLast() {
        last = null;
        open.panel().undoableProperty().set(false);
    }

    private void withdraw(DecisionLine line) {
        busy(true);
        background.run(
                () -> {
                    Object unused = review.withdraw(line.id(), desk.person());
                    return review.open(line.itemId(), desk.person());
                },
                again -> {
                    busy(false);
                    again.ifPresentOrElse(this::show, this::showNone);
                    tell(new ReviewNews.Withdrawn(line.itemId()));
                },
                this::failed);
    }

    /** Gives the case back with a reason, and opens the next. */
    void skip(String why) {
        giveAway(one -> review.skip(one, why), ReviewNews.Skipped::new);
    }

    /** Gives the case to a named person, and opens the next. */
    void handOver(String to, String note) {
        giveAway(one -> review.handOver(one, to, note), item -> new ReviewNews.HandedOver(item, to));
    }

    private void giveAway(Consumer<Opened> way, Function<String, ReviewNews> done) {
        Opened now = open.opened();
        if (now == null || !open.holds() || isBusy()) {
            return;
        }
        Runnable keep = keeping.and(way);
        CaseFilter filter = queue.filterProperty().get();
        busy(true);
        background.run(
                () -> {
                    keep.run();
                    return review.openNext(desk.person(), filter);
                },
                next -> {
                    busy(false);
                    next.ifPresentOrElse(this::show, this::showNone);
                    tell(done.apply(now.row().itemId()));
                },
                this::failed);
    }

    private void looked(Look look) {
        Opened now = open.opened();
        if (now != null && now.claim() != null) {
            looking.ended(now, look);
        }
    }

    /** Pictures of the items of this desk, but of none that is sealed. */
    PictureSource pictures() {
        return pictures;
    }

    /** Also what this person may not see, or what is not there, counts as sealed. */
    private boolean isSealed(String itemId) {
        return desk.queue().latest(desk.person(), itemId).map(CaseRow::sealed).orElse(true);
    }

    /** To be called every second while the screen is seen. */
    void tick() {
        if (last != null && !clock.instant().isBefore(last.until())) {
            forgetLast();
        }
        if (!isBusy() && !storeGone) {
            watch.tick();
        }
    }

    /** Keeps unsent answers at once, without waiting for the next second. */
    void saveDraft() {
        watch.saveDraft();
    }

    /** The item of the open case, where it has answers that the store has not got yet. */
    public Optional<String> unsavedItem() {
        return Optional.ofNullable(open.opened()).filter(_ -> open.isUnsaved()).map(now -> now.row()
                .itemId());
    }

    /** The desk is locked: unsent answers are kept, what was prepared is let go, and nothing counts as work. */
    public void lock() {
        desk.pictures().forget();
        open.active().pause();
        saveDraft();
    }

    /**
     * Keeps what is unsent and gives the case back: the desk closes, or the screen is made anew.
     *
     * @param then once that is in the store, or the store does not answer: it is carried along, and nobody is kept here
     */
    public void leave(Runnable then) {
        desk.pictures().forget();
        if (heldUntil().filter(until -> !clock.instant().isBefore(until)).isPresent()) {
            open.loseLease();
        }
        unsent = null;
        if (storeGone) {
            keeping.carry();
            open.showNone();
            then.run();
            return;
        }
        Runnable keep = keeping.andRelease();
        showNone();
        background.run(
                () -> {
                    keep.run();
                    review.viewers().leave(desk.person());
                    return true;
                },
                _ -> then.run(),
                failure -> {
                    failed(failure);
                    then.run();
                });
    }
}
