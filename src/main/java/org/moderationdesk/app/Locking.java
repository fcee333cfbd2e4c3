package org.moderationdesk.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.view.LockedDesk;

/** What the lock finds behind it: the workplace, once there is one. */
final class Locking implements LockedDesk {
    private final Supplier<Optional<Workplace>> workplace;
    private final Admission admission;
    private final Runnable furnishAnew;
    private final Runnable signOut;

    Locking(Supplier<Optional<Workplace>> workplace, Admission admission, Runnable furnishAnew, Runnable signOut) {
        this.workplace = workplace;
        this.admission = admission;
        this.furnishAnew = furnishAnew;
        this.signOut = signOut;
    }

    @Override
    public boolean isOpen() {
        return workplace.get().isPresent();
    }

    @Override
    public boolean isLost() {
        return workplace.get().map(Workplace::isLost).orElse(false);
    }

    @Override
    public void lock() {
        workplace.get().ifPresent(Workplace::lock);
    }

    @Override
    public Optional<HeldCase> heldCase() {
        return workplace.get().flatMap(Workplace::heldCase);
    }

    @Override
    public void giveBack(Runnable then) {
        workplace.get().ifPresent(open -> open.giveBack(then));
    }

    @Override
    public Optional<Owner> owner() {
        return admission.owner();
    }

    @Override
    public SupportSettings support() {
        return admission.support();
    }

    @Override
    public void signOut() {
        signOut.run();
    }

    @Override
    public void unlocked(@Nullable Person as, @Nullable String givenBack) {
        if (as != null && !as.equals(admission.person())) {
            // Other roles, other rooms; the answers to a case that went back wait for it in the store.
            admission.is(as);
            furnishAnew.run();
        } else if (givenBack != null) {
            workplace.get().ifPresent(open -> open.openItem(givenBack));
        }
    }
}
