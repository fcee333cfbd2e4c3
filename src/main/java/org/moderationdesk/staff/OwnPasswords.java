package org.moderationdesk.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;

/** Passwords that the desk's own store keeps by Argon2id, with waits after wrong tries that outlive the desk. */
final class OwnPasswords implements Passwords {
    private static final boolean DONE = true;

    private final Store store;
    private final InstantSource clock;

    OwnPasswords(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Kept given(String name, String password) {
        var hash = PasswordHash.of(password);
        return handle -> PersonTable.setHash(handle, name, hash);
    }

    @Override
    public Kept own(String name, String password) {
        return given(name, password);
    }

    @Override
    public Proof prove(String name, String password) {
        String folded = PersonName.folded(name);
        SignInTries.Begun begun = store.write(handle -> SignInTries.begin(handle, folded, clock.instant()));
        Instant refused = begun.refusedUntil();
        if (refused != null) {
            return new Proof.Wait(refused);
        }
        Optional<PasswordHash> hash = store.read(handle -> PersonTable.hash(handle, name));
        boolean fits = hash.orElseGet(PasswordHash::ofNobody).fits(password);
        if (!fits
                || hash.isEmpty()
                || store.read(handle -> PersonTable.find(handle, name)).isEmpty()) {
            return new Proof.Wrong(begun.nextTry());
        }
        boolean unused = store.write(handle -> {
            SignInTries.clear(handle, folded);
            return DONE;
        });
        return new Proof.Right();
    }

    @Override
    public void forgive(Handle handle, String name) {
        SignInTries.clear(handle, PersonName.folded(name));
    }

    @Override
    public boolean isOwner() {
        return false;
    }
}
