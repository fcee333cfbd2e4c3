package org.moderationdesk.review.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.view.ChecklistModel;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.decisions.view.PanelModel;
import org.moderationdesk.decisions.view.ProposalModel;
import org.moderationdesk.items.Duplicate;
import org.moderationdesk.items.view.ItemModel;
import org.moderationdesk.items.view.MetadataDoor;
import org.moderationdesk.items.view.OpenItem;
import org.moderationdesk.items.view.SealedDoor;
import org.moderationdesk.media.Look;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.review.Opened;

/** The case that is open, as item, checklist and panel show it, and what of it is not yet saved. JavaFX thread only. */
final class OpenCase {
    private final ItemModel item;
    private final ProposalModel proposals;
    private final ChecklistModel checklist;
    private final PanelModel panel;
    private final ActiveTime active;
    private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>();
    private Function<Opened, OpenItem> laidOut =
            one -> new OpenItem(one.row(), one.claim(), one.file(), OpenItem.Known.nothing());
    private Function<Opened, @Nullable SealedDoor> doors = _ -> null;
    private Function<Opened, @Nullable MetadataDoor> metadata = _ -> null;
    private final ObjectProperty<List<String>> others = new SimpleObjectProperty<>(List.of());
    private boolean laying;
    private boolean unsaved;
    private boolean underWay;
    private boolean lost;

    OpenCase(DecisionTools tools, InstantSource clock, Consumer<Look> onLook) {
        item = new ItemModel(clock, onLook);
        proposals = new ProposalModel(tools, clock);
        checklist = new ChecklistModel(proposals);
        panel = new PanelModel(proposals, checklist);
        active = new ActiveTime(clock);
        item.marks().addListener((ListChangeListener<EvidenceMark>) _ -> marked());
        checklist.currentProperty().subscribe(code -> item.clauseProperty().set(code));
        proposals.proposalProperty().subscribe(_ -> unsaved |= !laying && holds());
    }

    ReadOnlyObjectProperty<Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    @Nullable
    Opened opened() {
        return opened.get();
    }

    @Nullable
    Proposal proposal() {
        return proposals.proposalProperty().get();
    }

    ItemModel item() {
        return item;
    }

    ProposalModel proposals() {
        return proposals;
    }

    ChecklistModel checklist() {
        return checklist;
    }

    PanelModel panel() {
        return panel;
    }

    ActiveTime active() {
        return active;
    }

    /** Who else has it open, by name. */
    ObjectProperty<List<String>> othersProperty() {
        return others;
    }

    /** Whether the person holds it and is deciding it. */
    boolean holds() {
        Opened now = opened.get();
        return now != null
                && now.claim() != null
                && !lost
                && !proposals.lockedProperty().get();
    }

    boolean isLost() {
        return lost;
    }

    /** Whether something has changed that the store has not yet said to have. */
    boolean isUnsaved() {
        return holds() && (unsaved || underWay);
    }

    /** Whether something has changed since it was last sent to the store; from now on that is under way. */
    boolean takeUnsaved() {
        boolean was = unsaved;
        unsaved = false;
        underWay |= was;
        return was;
    }

    /** What was under way of this case is in the store. */
    void saved(Opened which) {
        underWay &= !which.equals(opened.get());
    }

    /** What was under way of this case did not arrive. */
    void notSaved(Opened which) {
        if (which.equals(opened.get())) {
            underWay = false;
            unsaved = true;
        }
    }

    /** What was under way, if anything was, may not have arrived. */
    void notSaved() {
        unsaved |= underWay;
        underWay = false;
    }

    /** How a case is told to the part of the screen that shows the item; its words depend on the language. */
    void layOut(Function<Opened, OpenItem> way) {
        laidOut = way;
        Opened now = opened.get();
        Proposal proposal = proposal();
        if (now != null && proposal != null) {
            showItem(now, proposal);
        }
    }

    /** How one comes to what is sealed in a case that one holds. */
    void sealedBy(Function<Opened, @Nullable SealedDoor> way) {
        doors = way;
    }

    /** How one comes to what the files of a case that one holds say of themselves. */
    void metadataBy(Function<Opened, @Nullable MetadataDoor> way) {
        metadata = way;
    }

    void show(Opened found) {
        lost = false;
        unsaved = false;
        underWay = false;
        others.set(List.of());
        opened.set(found);
        active.begin();
        boolean readOnly = found.claim() == null;
        Proposal draft = readOnly ? PastDecision.proposal(found) : found.draft();
        laying = true;
        proposals.open(draft, found.facts(), readOnly);
        if (readOnly) {
            PastDecision.of(found).forEach(proposals::recorded);
        }
        laying = false;
        Proposal shown = proposal();
        showItem(found, shown == null ? draft : shown);
    }

    /** A case that nobody claims from the queue, to be decided all the same. */
    void showApart(Opened found, Proposal draft, CaseFacts facts) {
        lost = false;
        unsaved = false;
        opened.set(found);
        active.begin();
        laying = true;
        proposals.open(draft, facts, false);
        laying = false;
        showItem(found, draft);
    }

    /** The same case with what has come meanwhile; answers, marks and ticks stay. */
    void showAgain(Opened fresh, Proposal proposal) {
        List<String> ticked = List.copyOf(item.ticked());
        opened.set(fresh);
        laying = true;
        proposals.open(proposal, fresh.facts(), false);
        laying = false;
        showItem(fresh, proposal);
        item.ticked().addAll(ticked);
        unsaved = true;
    }

    private void showItem(Opened found, Proposal proposal) {
        laying = true;
        item.metadataBy(found.claim() == null ? null : metadata.apply(found));
        item.sealedBy(found.claim() == null ? null : doors.apply(found));
        item.show(laidOut.apply(found));
        item.marks().setAll(proposal.evidence());
        item.clauseProperty().set(checklist.currentProperty().get());
        laying = false;
    }

    void showNone() {
        others.set(List.of());
        laying = true;
        opened.set(null);
        unsaved = false;
        underWay = false;
        item.leave();
        proposals.leave();
        laying = false;
    }

    private void marked() {
        if (!laying) {
            proposals.mark(item.marks());
        }
    }

    /** Duplicates that are to be decided together with the item. */
    Map<String, Duplicate.Why> ticked() {
        var ticked = new LinkedHashMap<String, Duplicate.Why>();
        Opened now = opened.get();
        if (now != null) {
            now.file().duplicates().stream()
                    .filter(duplicate -> duplicate.open() && item.ticked().contains(duplicate.itemId()))
                    .forEach(duplicate -> ticked.put(duplicate.itemId(), duplicate.why()));
        }
        return ticked;
    }

    void extendLease(Claim claim, Instant until) {
        item.leaseUntilProperty().set(until);
        stand(new Standing.Held(claim.token(), until));
    }

    /** The person no longer holds it: what was answered stays on screen and in the draft. */
    void loseLease() {
        lost = true;
        stand(new Standing.NotHeld());
    }

    private void stand(Standing standing) {
        CaseFacts facts = proposals.facts();
        if (facts != null) {
            proposals.factsAre(facts.standing(standing));
        }
    }
}
