package org.moderationdesk.review.view;

import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.ChecklistModel;
import org.moderationdesk.decisions.view.PanelModel;
import org.moderationdesk.decisions.view.ProposalModel;
import org.moderationdesk.fx.Background;
import org.moderationdesk.items.view.ItemModel;
import org.moderationdesk.items.view.OpenItem;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.Look;
import org.moderationdesk.review.Opened;

/**
 * A case with the decision that somebody made on it, to read only: the item under cover, the answers, the decision. What
 * is uncovered is told to the log; of what is sealed nothing is read. JavaFX thread only.
 */
public final class ReadCase {
    private final ReadRooms rooms;
    private final Background background;
    private final Runnable onUntold;
    private final ItemModel item;
    private final ProposalModel proposals;
    private final ChecklistModel checklist;
    private final PanelModel panel;
    private final PictureSource pictures;
    private Function<Opened, OpenItem> laidOut =
            one -> new OpenItem(one.row(), null, one.file(), OpenItem.Known.nothing());
    private volatile @Nullable Opened opened;

    /** @param onUntold told when a look could not be recorded */
    public ReadCase(ReadRooms rooms, Background background, InstantSource clock, Runnable onUntold) {
        this.rooms = rooms;
        this.background = background;
        this.onUntold = onUntold;
        item = new ItemModel(clock, this::looked);
        item.coverBy(rooms.covering()::of);
        proposals = new ProposalModel(rooms.tools(), clock);
        checklist = new ChecklistModel(proposals);
        panel = new PanelModel(proposals, checklist);
        pictures = new UnsealedPictures(rooms.pictures(), this::isSealed);
    }

    public ItemModel item() {
        return item;
    }

    public ProposalModel proposals() {
        return proposals;
    }

    public ChecklistModel checklist() {
        return checklist;
    }

    public PanelModel panel() {
        return panel;
    }

    PictureSource pictures() {
        return pictures;
    }

    ReadRooms rooms() {
        return rooms;
    }

    /** How a case is told to the part of the screen that shows the item; its words depend on the language. */
    public void layOut(Function<Opened, OpenItem> way) {
        laidOut = way;
    }

    public void show(Opened one, Proposal proposal, DecisionLine line) {
        opened = one;
        proposals.open(proposal, one.facts(), true);
        proposals.recorded(line);
        item.sealedBy(null);
        item.show(laidOut.apply(one));
        item.marks().setAll(proposal.evidence());
        item.clauseProperty().set(checklist.currentProperty().get());
    }

    /** Shows no item: what was uncovered is covered. */
    public void leave() {
        opened = null;
        item.coverAll();
        item.leave();
        proposals.leave();
    }

    /** Forgets pictures that were read. */
    public void forget() {
        rooms.pictures().forget();
    }

    /** The case that is shown; null for none. */
    public @Nullable Opened opened() {
        return opened;
    }

    private void looked(Look look) {
        Opened now = opened;
        if (now != null && !now.row().sealed()) {
            background.run(
                    () -> {
                        rooms.review().recordReading(now, look);
                        return true;
                    },
                    _ -> {},
                    _ -> onUntold.run());
        }
    }

    /** What is not looked at now counts as sealed: nothing of it is read. */
    private boolean isSealed(String itemId) {
        Opened now = opened;
        return now == null || now.row().sealed() || !now.row().itemId().equals(itemId);
    }
}
