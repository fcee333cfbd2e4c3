package org.moderationdesk.staff.view;

import org.moderationdesk.staff.People;
import org.moderationdesk.staff.SignedIn;

/** Where somebody signs in: at a desk that is open, or at the server of one that opens by it. */
public interface SignInDoor {
    /**
     * Looks whether this is who they say. Not for the JavaFX thread.
     *
     * @throws Exception where it could not be looked at; a {@link org.moderationdesk.db.StoreRefused} says why
     */
    SignedIn signIn(String name, String password) throws Exception;

    /** The people of the desk, once somebody is in. */
    People people();

    /** The door of a desk that is open. */
    static SignInDoor of(People people) {
        return new SignInDoor() {
            @Override
            public SignedIn signIn(String name, String password) {
                return people.signIn(name, password);
            }

            @Override
            public People people() {
                return people;
            }
        };
    }
}
