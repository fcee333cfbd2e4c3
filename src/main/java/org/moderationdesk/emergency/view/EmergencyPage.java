package org.moderationdesk.emergency.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.Outcome;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.view.KindPage;
import org.moderationdesk.referrals.view.PageSection;
import org.moderationdesk.staff.Person;

/** A referral to emergency services: whom to call, and what came of the calls that were made. JavaFX thread only. */
public final class EmergencyPage implements KindPage {
    private static final String CALL = "Shortcut+Shift+H";
    private static final String OUTCOME = "Alt+O";

    private final Kit kit;
    private final Texts texts;
    private final EmergencyDialog dialog;
    private final Supplier<Emergencies> emergencies;
    private final Person self;
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final Keys keys;
    private @Nullable ReferralFile shown;
    private List<Call> calls = List.of();

    /** @param emergencies made off the JavaFX thread: it may read settings */
    public EmergencyPage(Kit kit, EmergencyDialog dialog, Supplier<Emergencies> emergencies, Person self) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialog = dialog;
        this.emergencies = emergencies;
        this.self = self;
        keys = new Keys(texts.get("emergency.page"))
                .on(CALL, texts.get("emergency.page.call"), this::call, () -> shown != null)
                .on(
                        OUTCOME,
                        texts.get("emergency.dialog.outcome"),
                        () -> open().ifPresent(dialog::askOutcome),
                        () -> open().isPresent());
        sections.setId("emergency-page");
        sections.getStyleClass().add("report-sections");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
    }

    @Override
    public ReferralTarget target() {
        return ReferralTarget.EMERGENCY_SERVICES;
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public void show(ReferralFile file) {
        boolean other = shown == null
                || !shown.referral().line().id().equals(file.referral().line().id());
        shown = file;
        if (other) {
            put(List.of());
        }
        again();
    }

    @Override
    public void again() {
        ReferralFile asked = shown;
        if (asked != null) {
            kit.background()
                    .run(
                            () -> emergencies
                                    .get()
                                    .ofItem(self, asked.referral().line().itemId()),
                            found -> {
                                if (asked.equals(shown)) {
                                    put(found);
                                }
                            },
                            _ -> {});
        }
    }

    @Override
    public void leave() {
        shown = null;
        put(List.of());
    }

    @Override
    public void onChange(Runnable told) {
        dialog.onChange(() -> {
            again();
            told.run();
        });
    }

    @Override
    public void onMissed(BiConsumer<String, String> told) {
        // What is refused is said by the dialog, which lies over every referral.
    }

    private void call() {
        if (shown != null) {
            dialog.open(shown.referral().line().itemId());
        }
    }

    /** The newest call of which it is still to be said what came of it. */
    private Optional<Call> open() {
        return calls.stream().filter(call -> call.outcomes().isEmpty()).findFirst();
    }

    private void put(List<Call> found) {
        calls = found;
        sections.getChildren().clear();
        if (shown == null) {
            return;
        }
        Button call = KeyButton.of("emergency-page-call", texts.get("emergency.page.call"), CALL, this::call);
        if (shown.referral().standing().isOpen()) {
            call.getStyleClass().add("accent");
        }
        sections.getChildren()
                .add(PageSection.of(
                        texts.get("emergency.page"),
                        DoorPanel.words(texts.get("emergency.page.sentence"), "muted", "size-12"),
                        call));
        found.forEach(one -> sections.getChildren().add(section(one)));
    }

    private VBox section(Call call) {
        VBox section = PageSection.of(
                texts.get("emergency.page.called", SafeLine.of(call.number()), moment(call.calledAt())),
                DoorPanel.words(texts.get("emergency.page.by", SafeLine.of(call.by())), "muted", "size-12"));
        call.outcomes().forEach(outcome -> section.getChildren().add(line(outcome)));
        if (call.outcomes().isEmpty()) {
            section.getChildren()
                    .add(KeyButton.of(
                            "emergency-page-outcome",
                            texts.get("emergency.dialog.outcome"),
                            OUTCOME,
                            () -> dialog.askOutcome(call)));
        }
        return section;
    }

    private Node line(Outcome outcome) {
        String reference = outcome.reference().isEmpty() ? "" : " · " + SafeLine.of(outcome.reference());
        return DoorPanel.words(
                moment(outcome.endedAt()) + " · " + texts.get("emergency.outcome." + outcome.kind()) + reference,
                "size-12");
    }

    private String moment(Instant at) {
        return kit.times().moment(at, kit.clock().instant());
    }
}
