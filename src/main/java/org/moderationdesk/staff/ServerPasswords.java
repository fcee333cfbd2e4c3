package org.moderationdesk.staff;

import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.ServerLogin;

/**
 * Passwords that the server of a shared store keeps, as SCRAM does: signing in is the login itself, and no hash is kept
 * here. Waits after wrong tries are a courtesy of this desk, and end with it: a server has its own.
 */
public final class ServerPasswords implements Passwords {
    private static final String GIVE = "select 1 from desk_password(?, ?)";
    private static final String IS_OWNER = "select not desk_bound()";
    private static final String HAS_LOGIN =
            "select exists (select 1 from pg_roles r where r.rolname = ? and not exists (select 1 from person p"
                    + " where p.name = r.rolname))";

    private final PostgresStore store;
    private final Tries tries;

    public ServerPasswords(PostgresStore store, InstantSource clock) {
        this.store = store;
        this.tries = new Tries(clock);
    }

    @Override
    public Kept given(String name, String password) {
        String kept = ServerLogin.kept(name, PasswordRules.normal(password));
        return handle -> {
            if (handle.createQuery(HAS_LOGIN).bind(0, name).mapTo(Boolean.class).one()) {
                // A login that the server has for something else keeps its password.
                throw new PeopleRefused(PeopleRefused.Why.NAME_TAKEN);
            }
            int unused = handle.createQuery(GIVE)
                    .bind(0, name)
                    .bind(1, kept)
                    .mapTo(Integer.class)
                    .one();
        };
    }

    @Override
    public Kept own(String name, String password) {
        String normal = PasswordRules.normal(password);
        String kept = ServerLogin.kept(name, normal);
        return new Kept() {
            @Override
            public void in(Handle handle) {
                // What is kept consists of letters, digits and $+/=:- alone.
                handle.execute("alter role session_user password '" + kept + "'");
            }

            @Override
            public void done() {
                store.login().becomes(normal);
            }
        };
    }

    @Override
    public Proof prove(String name, String password) {
        var waits = tries.waitsUntil(name);
        if (waits.isPresent()) {
            return new Proof.Wait(waits.get());
        }
        return switch (store.login().prove(name, PasswordRules.normal(password))) {
            case FITS -> {
                tries.forget(name);
                yield new Proof.Right();
            }
            case NOT_LET_IN -> new Proof.LetInNoMore();
            case WRONG -> new Proof.Wrong(tries.wrong(name).orElse(null));
        };
    }

    @Override
    public void forgive(Handle handle, String name) {
        tries.forget(name);
    }

    @Override
    public boolean isOwner() {
        return store.read(
                handle -> handle.createQuery(IS_OWNER).mapTo(Boolean.class).one());
    }
}
