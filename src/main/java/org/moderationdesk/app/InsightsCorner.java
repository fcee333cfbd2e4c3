package org.moderationdesk.app;

import java.time.ZoneId;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.insights.DeskSources;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.InsightsFiles;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.QualityReviews;
import org.moderationdesk.insights.Reports;
import org.moderationdesk.insights.Sheets;
import org.moderationdesk.insights.Sources;
import org.moderationdesk.insights.view.ChartBoard;
import org.moderationdesk.insights.view.InsightsModel;
import org.moderationdesk.insights.view.InsightsScreen;
import org.moderationdesk.insights.view.MetricCards;
import org.moderationdesk.insights.view.SystemPrinting;
import org.moderationdesk.insights.view.TakeAway;
import org.moderationdesk.insights.view.UnclearModel;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Puts the insights screen together for the person at the desk. */
final class InsightsCorner {
    private final OpenDesk desk;
    private final DecisionLog log;
    private final Kit kit;
    private final Furnishing furnishing;

    /** @param log the person's own, which holds all decisions in memory, so that there is one of it */
    InsightsCorner(OpenDesk desk, DecisionLog log, Kit kit, Furnishing furnishing) {
        this.desk = desk;
        this.log = log;
        this.kit = kit;
        this.furnishing = furnishing;
    }

    /** @param ways out of the cases of an unclear clause */
    Screen screen(Dialogs dialogs, StatusLine status, UnclearModel.Ways ways) {
        Person person = furnishing.person();
        var names = new InsightWords(kit.texts(), desk.book());
        var sheets = new Sheets(names);
        // Files are worded off the JavaFX thread, by words of their own.
        var makers = new TakeAway.Makers(
                sheets,
                new Reports(names, ZoneId.systemDefault()),
                new InsightsFiles(desk.log(), person, kit.texts()),
                new SystemPrinting(),
                person);
        var unclear = new UnclearModel(disputed(), kit.background(), ways);
        return new InsightsScreen(
                new InsightsModel(reader(), kit.background(), furnishing.settings()),
                kit,
                new ChartBoard(names, sheets, kit, Rights.has(person, Right.SEE_SHARE_USED), unclear),
                new TakeAway(kit, dialogs, furnishing.files(), status, makers));
    }

    /** Figures that stand above the decision log. */
    MetricCards cards() {
        return new MetricCards(reader(), kit.background(), new InsightWords(kit.texts(), desk.book()));
    }

    /** What lies behind clauses that are read differently. */
    DisputedCases disputed() {
        return new DisputedCases(sources(), furnishing.person(), kit.clock(), ZoneId.systemDefault());
    }

    private InsightsReader reader() {
        return new InsightsReader(sources(), furnishing.person(), desk.book(), kit.clock(), ZoneId.systemDefault());
    }

    private Sources sources() {
        return new DeskSources(
                log,
                new StoredAges(desk.store(), kit.clock()),
                new StoredReferrals(desk.store()),
                desk.teamBudgets(),
                new QualityReviews(new QualityStates(desk.store()), new BlindPairs(desk.store())));
    }
}
