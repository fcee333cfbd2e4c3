package org.moderationdesk.calibration.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.view.ChecklistModel;
import org.moderationdesk.decisions.view.PanelModel;
import org.moderationdesk.decisions.view.ProposalModel;
import org.moderationdesk.items.view.ItemModel;
import org.moderationdesk.items.view.OpenItem;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.CaseHistory;
import org.moderationdesk.review.view.UnsealedPictures;

/** One case of an open session, to be decided apart: blind, as on the review screen. JavaFX thread only. */
final class VotingModel {
    private final CalibrationModel sessions;
    private final ItemModel item;
    private final ProposalModel proposals;
    private final ChecklistModel checklist;
    private final PanelModel panel;
    private final PictureSource pictures;
    private final CaseHistory history;
    private final Map<String, Proposal> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<SessionCase> shown = new ReadOnlyObjectWrapper<>();
    private final CalibrationProblems problems;
    private volatile @Nullable Opened opened;
    private Instant begun = Instant.EPOCH;
    private long asked;
    private boolean busy;

    VotingModel(CalibrationModel sessions) {
        this.sessions = sessions;
        CalibrationDoors doors = sessions.doors();
        problems = new CalibrationProblems(sessions.kit().texts(), doors.tools().book());
        history = new CaseHistory(sessions.kit().texts());
        item = new ItemModel(sessions.kit().clock(), look -> {
            Opened now = opened;
            if (now != null && !now.row().sealed()) {
                sessions.kit()
                        .background()
                        .run(
                                () -> {
                                    doors.review().recordReading(now, look);
                                    return true;
                                },
                                _ -> {},
                                failed -> sessions.problemProperty().set(problems.of(failed)));
            }
        });
        item.coverBy(doors.covering()::of);
        proposals = new ProposalModel(doors.tools(), sessions.kit().clock());
        checklist = new ChecklistModel(proposals);
        panel = new PanelModel(proposals, checklist);
        pictures = new UnsealedPictures(doors.pictures(), this::isSealed);
        proposals.proposalProperty().subscribe(this::keep);
    }

    ItemModel item() {
        return item;
    }

    ChecklistModel checklist() {
        return checklist;
    }

    PanelModel panel() {
        return panel;
    }

    PictureSource pictures() {
        return pictures;
    }

    /** The case that lies there to be decided; null while none does. */
    ReadOnlyObjectProperty<SessionCase> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Unsent answers stay as long as the window does. */
    private void keep(@Nullable Proposal proposal) {
        SessionCase now = shown.get();
        if (now != null && proposal != null) {
            drafts.put(key(now), proposal);
        }
    }

    private static String key(SessionCase one) {
        return one.sessionId() + " " + one.position();
    }

    void show(@Nullable SessionCase one) {
        SessionCase before = shown.get();
        if (one != null && before != null && key(one).equals(key(before))) {
            return;
        }
        leave();
        if (one == null) {
            return;
        }
        long question = ++asked;
        sessions.kit()
                .background()
                .run(
                        () -> sessions.doors().calibration().layOut(sessions.person(), one.sessionId(), one.position()),
                        laid -> {
                            if (question == asked) {
                                lay(one, laid);
                            }
                        },
                        failed -> {
                            if (question == asked) {
                                sessions.problemProperty().set(problems.of(failed));
                            }
                        });
    }

    private void lay(SessionCase one, Opened laid) {
        opened = laid;
        begun = sessions.now();
        Proposal draft = drafts.getOrDefault(key(one), laid.draft());
        proposals.open(draft, laid.facts().standing(new Standing.Held(1, Instant.MAX)), false);
        item.sealedBy(null);
        OpenItem open = history.of(laid);
        item.show(open);
        item.marks().setAll(draft.evidence());
        shown.set(one);
    }

    /** Shows no case: what was uncovered is covered. */
    void leave() {
        asked++;
        shown.set(null);
        opened = null;
        item.coverAll();
        item.leave();
        proposals.leave();
    }

    /** Keeps the answer for good, and goes on to the next case. */
    void submit() {
        SessionCase one = shown.get();
        Proposal proposal = proposals.proposalProperty().get();
        if (one == null || proposal == null || busy) {
            return;
        }
        busy = true;
        long activeMs = Math.max(0, sessions.now().toEpochMilli() - begun.toEpochMilli());
        sessions.kit()
                .background()
                .run(
                        () -> sessions.doors()
                                .calibration()
                                .answer(sessions.person(), one.sessionId(), one.position(), proposal, activeMs),
                        session -> {
                            busy = false;
                            drafts.remove(key(one));
                            leave();
                            sessions.problemProperty().set("");
                            goOn(session);
                        },
                        failed -> {
                            busy = false;
                            panel.saidProperty().set(new PanelModel.Said.Told(problems.of(failed)));
                        });
    }

    private void goOn(Session session) {
        sessions.goTo(null);
        sessions.became(session);
    }

    private boolean isSealed(String itemId) {
        Opened now = opened;
        return now == null || now.row().sealed() || !now.row().itemId().equals(itemId);
    }
}
