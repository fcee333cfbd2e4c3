package org.moderationdesk.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.ChainLinks;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.LogExport;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.Replays;
import org.moderationdesk.audit.StoredLogViews;
import org.moderationdesk.audit.view.DecisionsScreen;
import org.moderationdesk.audit.view.DecisionsScreen.Around;
import org.moderationdesk.audit.view.DecisionsScreen.Cards;
import org.moderationdesk.audit.view.LogRooms;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.view.MetricCards;
import org.moderationdesk.insights.view.UnclearModel;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.StoredPictures;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.view.SampleCard;
import org.moderationdesk.review.view.ReadRooms;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.view.StoreCare;
import org.moderationdesk.shell.ChainState;
import org.moderationdesk.shell.Destination;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The decision log and the figures, which both go over the same decisions in memory. JavaFX thread only. */
final class DecisionsCorner {
    /** The place of the decision log. */
    static final String LOG = "decisions";

    private final OpenDesk desk;
    private final Kit kit;
    private final Furnishing furnishing;
    private final DecisionLog log;
    private final InsightsCorner insights;
    private ChainState chain = new ChainState.NotYet();
    private @Nullable DecisionsScreen screen;

    DecisionsCorner(OpenDesk desk, Kit kit, Furnishing furnishing) {
        this.desk = desk;
        this.kit = kit;
        this.furnishing = furnishing;
        this.log = desk.decisionLog(furnishing.person());
        this.insights = new InsightsCorner(desk, log, kit, furnishing);
    }

    /** What lies behind clauses that are read differently. */
    DisputedCases disputed() {
        return insights.disputed();
    }

    /** Looks at this decision in the log, once that is shown. */
    void open(String decisionId) {
        DecisionsScreen there = screen;
        if (there != null) {
            there.open(decisionId);
        }
    }

    /**
     * Where this person may go of the two.
     *
     * @param ofLog ways out of the decision log
     * @param ofInsights ways out of the cases of an unclear clause
     */
    List<Destination> places(
            Dialogs dialogs, StatusLine status, DecisionsScreen.Ways ofLog, UnclearModel.Ways ofInsights) {
        var places = new ArrayList<Destination>();
        if (Rights.has(furnishing.person(), Right.SEE_DECISIONS)) {
            places.add(new Destination(
                    LOG, Icon.CHECKLIST, kit.texts().get("audit.rail"), () -> log(dialogs, status, ofLog)));
        }
        if (Rights.has(furnishing.person(), Right.SEE_INSIGHTS)) {
            places.add(new Destination(
                    "insights",
                    Icon.INSIGHTS,
                    kit.texts().get("insights.title"),
                    () -> insights.screen(dialogs, status, ofInsights)));
        }
        return places;
    }

    private Screen log(Dialogs dialogs, StatusLine status, DecisionsScreen.Ways ways) {
        Person person = furnishing.person();
        var reader =
                new LogReader(log, new QualityStates(desk.store()), desk.search(), kit.clock(), ZoneId.systemDefault());
        var events = new StoredEvents(desk.store());
        // What is only read asks the rules for nothing that a setting changes.
        var reading = new ReadRooms(
                desk.review(),
                DecisionTools.of(desk.book(), DecisionSettings::defaults),
                new StoredPictures(desk.items(), desk.decoder()),
                desk.covering());
        var care = furnishing.care();
        var proofs = new LogRooms.Proofs(
                desk.custody(person),
                care instanceof StoreCare || Rights.has(person, Right.SEE_CHILD_SAFETY),
                care.onVerified(),
                desk.checkpoints(),
                new ChainLinks(events));
        var rooms = new LogRooms(
                reader,
                new Replays(
                        reader,
                        desk.decisions(),
                        desk.pastCases(),
                        events,
                        desk.log(),
                        new ReferralRooms(desk, furnishing.settings()).statements()),
                desk.qualityCards(),
                new StoredLogViews(desk.store(), desk.log()),
                new LogExport(reader, desk.log()),
                proofs,
                reading,
                furnishing.settings());
        var around = new Around(dialogs, furnishing.files(), status, furnishing.sizes(), ways);
        screen = new DecisionsScreen(rooms, kit, around, cards(person));
        tellChain();
        return screen;
    }

    private Cards cards(Person person) {
        var nodes = new ArrayList<Node>();
        var refreshes = new ArrayList<Runnable>();
        if (Rights.has(person, Right.PLAN_QUALITY)) {
            var sample = new SampleCard(desk.coverages(), person, kit, new ItemWords(kit.texts(), desk.book()));
            nodes.add(sample.node());
            refreshes.add(sample::refresh);
        }
        if (Rights.has(person, Right.SEE_INSIGHTS)) {
            MetricCards cards = insights.cards();
            nodes.addAll(List.of(cards.agreement(), cards.overturned()));
            refreshes.add(cards::refresh);
        }
        return new Cards(nodes, () -> refreshes.forEach(Runnable::run));
    }

    /** What is known of the log's chain. */
    void chain(ChainState state) {
        chain = state;
        tellChain();
    }

    private void tellChain() {
        DecisionsScreen told = screen;
        if (told != null) {
            switch (chain) {
                case ChainState.Intact intact -> told.chainHolds(intact.at());
                case ChainState.Broken broken -> told.chainBroken(broken.entry());
                case ChainState.NotYet() -> {}
                case ChainState.NotHere() -> {}
                case ChainState.Verifying() -> {}
            }
        }
    }
}
