package org.moderationdesk.app;

import java.util.ArrayList;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.notices.view.NoticesCard;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.view.TargetsCard;
import org.moderationdesk.referrals.view.ReporterCard;
import org.moderationdesk.referrals.view.ReportsCard;
import org.moderationdesk.retention.view.HoldsCard;
import org.moderationdesk.retention.view.PersonRequestCard;
import org.moderationdesk.retention.view.RetentionCard;
import org.moderationdesk.review.StoredCoverFloor;
import org.moderationdesk.settings.view.AppearanceCard;
import org.moderationdesk.settings.view.LockCard;
import org.moderationdesk.settings.view.LogCard;
import org.moderationdesk.settings.view.SafeViewCard;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.settings.view.SettingsScreen;
import org.moderationdesk.settings.view.SharedCare;
import org.moderationdesk.settings.view.SharedStoreCard;
import org.moderationdesk.settings.view.StoreCard;
import org.moderationdesk.settings.view.StoreCare;
import org.moderationdesk.settings.view.SupportCard;
import org.moderationdesk.settings.view.WellbeingCard;
import org.moderationdesk.settings.view.WorkCard;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.Wellbeing;
import org.moderationdesk.wellbeing.view.TeamBudgetCard;

/** The cards of the settings that this person has a right to. */
final class SettingsCards {
    private final OpenDesk desk;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Furnishing furnishing;
    private final Wishes wishes;
    private final WorkSettings work;

    SettingsCards(OpenDesk desk, Kit kit, Dialogs dialogs, Furnishing furnishing, Wishes wishes, WorkSettings work) {
        this.desk = desk;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.furnishing = furnishing;
        this.wishes = wishes;
        this.work = work;
    }

    SettingsScreen screen() {
        var cards = new ArrayList<SettingsCard>();
        cards.add(new AppearanceCard(texts, wishes::appearance, wishes::change));
        cards.add(new SafeViewCard(
                texts,
                desk.covering().own(),
                desk.covering().floor(),
                wishes.choices()::keep,
                StoredCoverFloor.maySet(furnishing.person()) ? wishes.choices()::keepFloor : null));
        var referrals = new ReferralRooms(desk, furnishing.settings());
        if (may(Right.CHANGE_SETTINGS)) {
            cards.add(new WorkCard(texts, work.queue(), work.decisions(), wishes.choices()::keep));
            cards.add(new ReportsCard(kit, dialogs, referrals.sending(), furnishing.person()));
            cards.add(new ReporterCard(kit, referrals::held, held -> referrals.keep(furnishing.person(), held)));
        }
        if (may(Right.SET_TARGETS)) {
            var targets = new StoredTargets(desk.store(), desk.log());
            cards.add(new TargetsCard(kit, dialogs, targets, furnishing.person()));
        }
        if (may(Right.CHANGE_SETTINGS) && may(Right.SET_TARGETS)) {
            cards.add(new NoticesCard(
                    kit,
                    referrals::noticesHeld,
                    (before, says, lines) -> referrals.keep(furnishing.person(), before, says, lines)));
        }
        if (may(Right.CHANGE_SETTINGS)) {
            cards.add(new LockCard(texts, wishes.choices().lock(), wishes.choices()::keep));
        }
        cards.add(new WellbeingCard(
                texts, work.wellbeing(), Wellbeing.maySet(furnishing.person()), wishes.choices()::keep));
        cards.add(new SupportCard(
                texts, wishes.choices().support(), Wellbeing.maySet(furnishing.person()), wishes.choices()::keep));
        if (may(Right.SEE_SHARE_USED)) {
            cards.add(new TeamBudgetCard(kit, dialogs, desk.teamBudgets(), furnishing.person()));
        }
        if (may(Right.MANAGE_RETENTION)) {
            cards.add(new RetentionCard(kit, dialogs, desk.retention(), furnishing.person()));
            cards.add(new HoldsCard(kit, dialogs, desk.retention(), furnishing.person()));
        }
        if (may(Right.ANSWER_PERSON)) {
            var answers = new PersonRequestCard.Answers(desk.personErasure(), desk.accessExport());
            cards.add(new PersonRequestCard(kit, dialogs, furnishing.files(), answers, furnishing.person()));
        }
        switch (furnishing.care()) {
            case StoreCare own
            when may(Right.BACKUP) -> cards.add(new StoreCard(kit, dialogs, furnishing.files(), own));
            case StoreCare _ -> {}
            case SharedCare shared -> cards.add(new SharedStoreCard(texts, shared));
        }
        if (may(Right.AUDIT)) {
            var proving = new LogCard.Proving(desk.checkpoints(), furnishing.person());
            cards.add(new LogCard(kit, dialogs, furnishing.files(), furnishing.care(), proving));
        }
        return new SettingsScreen(texts, cards);
    }

    private boolean may(Right right) {
        return Rights.has(furnishing.person(), right);
    }
}
