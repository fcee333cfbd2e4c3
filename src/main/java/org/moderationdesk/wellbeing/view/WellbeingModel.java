package org.moderationdesk.wellbeing.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.GateLift;
import org.moderationdesk.wellbeing.Looked;
import org.moderationdesk.wellbeing.Standing;
import org.moderationdesk.wellbeing.Wellbeing;
import org.moderationdesk.wellbeing.WorkSpell;

/** One person's exposure, breaks and offers as the screens show them. JavaFX thread only. */
public final class WellbeingModel {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Wellbeing wellbeing;
    private final Person person;
    private final WorkSpell spell;
    private final Supplier<WellbeingSettings> settings;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Duration> untilBreak = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper breakDue = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Rest> rest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper offering = new ReadOnlyBooleanWrapper();
    private Instant asked = Instant.MIN;
    private Instant liftRead = Instant.MIN;
    private @Nullable String breakId;
    private @Nullable Runnable afterwards;

    /** @param spell active work so far; outlives this model, as when the language changes */
    public WellbeingModel(
            Wellbeing wellbeing,
            Person person,
            WorkSpell spell,
            Supplier<WellbeingSettings> settings,
            Background background,
            InstantSource clock) {
        this.wellbeing = wellbeing;
        this.person = person;
        this.spell = spell;
        this.settings = settings;
        this.background = background;
        this.clock = clock;
        standing.set(new Standing(Duration.ZERO, settings.get().budget(), Duration.ZERO, null, false, null));
        untilBreak.set(settings.get().breakEvery());
    }

    Wellbeing wellbeing() {
        return wellbeing;
    }

    Person person() {
        return person;
    }

    WellbeingSettings settings() {
        return settings.get();
    }

    /** How the day stands, as last asked. */
    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Active work until the next break is due; never below zero. */
    ReadOnlyObjectProperty<Duration> untilBreakProperty() {
        return untilBreak.getReadOnlyProperty();
    }

    /** Turns true once when a break has become due. */
    ReadOnlyBooleanProperty breakDueProperty() {
        return breakDue.getReadOnlyProperty();
    }

    /** The break under way; null for none. */
    ReadOnlyObjectProperty<@Nullable Rest> restProperty() {
        return rest.getReadOnlyProperty();
    }

    /** Whether a lighter next case is being offered. */
    ReadOnlyBooleanProperty offeringProperty() {
        return offering.getReadOnlyProperty();
    }

    /** Somebody is at the desk; what happens on the break screen is no work. */
    public void input() {
        if (rest.get() == null) {
            spell.input(settings.get().breakLength());
        }
    }

    /** The desk is locked: what follows is no work until there is input again. */
    public void pause() {
        if (rest.get() == null) {
            spell.pause();
        }
    }

    /** To be called every second while the window is there. */
    public void tick() {
        if (rest.get() == null) {
            Duration left = settings.get().breakEvery().minus(spell.worked());
            untilBreak.set(left.isNegative() ? Duration.ZERO : left);
            breakDue.set(!left.isPositive());
        }
        if (asked.equals(Instant.MIN)
                || Duration.between(asked, clock.instant()).compareTo(EVERY) >= 0) {
            refresh();
        }
    }

    /** Asks anew how the day stands: something was looked at, or a case has come. */
    public void refresh() {
        ask(() -> wellbeing.standing(person), standing::set);
    }

    /** A look has been recorded; one at severe content is followed by the offer of a lighter case. */
    public void seen(Severity severity, LookForm form, long millis) {
        if (Looked.isSevere(severity, form, millis)) {
            offering.set(true);
        }
        refresh();
    }

    /** The next case is to be a lighter one. */
    public void takeLighter() {
        if (offering.get()) {
            offering.set(false);
            ask(
                    () -> {
                        wellbeing.lighterNext(person);
                        return wellbeing.standing(person);
                    },
                    standing::set);
        }
    }

    /** No lighter case for now. */
    void declineLighter() {
        offering.set(false);
    }

    /** The person has read who lifted their wait, and why. */
    void liftRead() {
        GateLift told = standing.get().lifted();
        liftRead = told == null ? liftRead : told.at();
    }

    boolean isRead(GateLift told) {
        return told.at().equals(liftRead);
    }

    public boolean isOffering() {
        return offering.get();
    }

    public boolean isResting() {
        return rest.get() != null;
    }

    /** Takes a break now. */
    public void startBreak() {
        start(settings.get().breakLength(), false, null);
    }

    /**
     * The next case waits for a break.
     *
     * @param owed how long it has to last
     * @param then once it has lasted so long and the person is back
     */
    public void breakFirst(Duration owed, Runnable then) {
        start(owed, true, then);
    }

    private void start(Duration length, boolean owed, @Nullable Runnable then) {
        if (isResting()) {
            return;
        }
        afterwards = then;
        breakId = null;
        spell.pause();
        rest.set(new Rest(clock.instant(), length, owed));
        ask(() -> wellbeing.startBreak(person), id -> {
            breakId = id;
            if (!isResting()) {
                keepEnd(id, false);
            }
        });
    }

    /** The person is back, also before the break is over. */
    public void endBreak() {
        Rest now = rest.get();
        if (now == null) {
            return;
        }
        boolean whole = now.isOver(clock.instant());
        if (whole) {
            spell.rested();
        }
        rest.set(null);
        tick();
        if (breakId != null) {
            keepEnd(breakId, whole);
        }
    }

    private void keepEnd(String id, boolean whole) {
        Runnable then = afterwards;
        afterwards = null;
        breakId = null;
        ask(
                () -> {
                    wellbeing.endBreak(person, id);
                    return wellbeing.standing(person);
                },
                now -> {
                    standing.set(now);
                    if (then != null && whole) {
                        then.run();
                    }
                });
    }

    /** What the store does not answer is said by the bar's own line on the store; here the last answer stays. */
    private <T> void ask(Callable<T> question, Consumer<T> onAnswer) {
        asked = clock.instant();
        background.run(question, onAnswer, _ -> {});
    }
}
