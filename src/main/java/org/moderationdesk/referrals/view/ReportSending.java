package org.moderationdesk.referrals.view;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.Environments;
import org.moderationdesk.referrals.FilingRefused;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.staff.Person;

/** What becomes of the report on the form: whether it can be sent and where to, and what stops or takes it back. JavaFX thread only. */
final class ReportSending {
    private final Sending sending;
    private final ReportForm form;
    private final Person person;
    private final Kit kit;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Runnable onChange = () -> {};
    private BiConsumer<String, String> onMissed = (_, _) -> {};
    private boolean busy;

    /** What this person may do with it now. */
    record State(String referral, Standing standing, Environments.Now now) {}

    ReportSending(Sending sending, ReportForm form, Person person, Kit kit) {
        this.sending = sending;
        this.form = form;
        this.person = person;
        this.kit = kit;
    }

    /** Null while none is on the form. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What did not work, in words; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Told when something was begun, let go on or taken back. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Told of what did not work once another is on the form: the referral, and why in words. */
    void onMissed(BiConsumer<String, String> told) {
        onMissed = told;
    }

    void show(String referral, Standing standing) {
        kit.background()
                .run(
                        () -> sending.environments().now(person),
                        now -> state.set(new State(referral, standing, now)),
                        _ -> {
                            // The window says that the store does not answer; what is known stays.
                        });
    }

    void leave() {
        state.set(null);
        problem.set("");
    }

    /** Why it cannot be sent now, as a key of a sentence; empty where it can. */
    String against() {
        State now = state.get();
        if (now == null || busy) {
            return "referrals.send.not.loading";
        }
        return switch (now.standing()) {
            case AWAITING_SECOND -> "referrals.send.not.second";
            case NOT_YET -> "referrals.send.not.undo";
            case UNDER_WAY, HALTED, SENT, REVERSED, LAPSED -> "referrals.send.not.begun";
            case TO_DO, DRAFT, KEPT, TESTED, TAKEN_BACK -> {
                if (!form.faultsProperty().get().isEmpty()) {
                    yield "referrals.send.not.faults";
                }
                yield now.now().inForce().isSending() && !now.now().hasLogin() ? "referrals.send.not.login" : "";
            }
        };
    }

    boolean mayTakeBack() {
        State now = state.get();
        return !busy && now != null && (now.standing() == Standing.UNDER_WAY || now.standing() == Standing.HALTED);
    }

    boolean mayGoOn() {
        State now = state.get();
        return !busy && now != null && now.standing() == Standing.HALTED;
    }

    /** Saves what is written, and makes a report of it that goes on by itself. */
    void send() {
        State now = state.get();
        if (now != null && against().isEmpty()) {
            form.save(() -> act(now, () -> sending.begin(person, now.referral()).id()));
        }
    }

    void letGoOn() {
        State now = state.get();
        if (now != null && mayGoOn()) {
            act(now, () -> {
                sending.letGoOn(person, now.referral());
                return now.referral();
            });
        }
    }

    void takeBack() {
        State now = state.get();
        if (now != null && mayTakeBack()) {
            act(now, () -> {
                sending.takeBack(person, now.referral());
                return now.referral();
            });
        }
    }

    private void act(State of, Callable<String> work) {
        busy = true;
        problem.set("");
        kit.background()
                .run(
                        work,
                        _ -> {
                            busy = false;
                            onChange.run();
                        },
                        failure -> {
                            busy = false;
                            if (isOf(of)) {
                                problem.set(words(failure));
                            } else {
                                onMissed.accept(of.referral(), words(failure));
                            }
                            onChange.run();
                        });
    }

    private boolean isOf(State other) {
        @Nullable State now = state.get();
        return now != null && now.referral().equals(other.referral());
    }

    private String words(Exception failure) {
        return kit.texts()
                .get(
                        failure instanceof FilingRefused refused
                                ? "referrals.refused." + refused.why()
                                : "referrals.send.failed");
    }
}
