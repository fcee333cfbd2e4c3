package org.moderationdesk.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a desk. A desk that has none works at once for {@link Person#alone}; the first person that is added ends
 * that. Every change is an event of the log. Any thread but the JavaFX one may call it: a password takes a good part of a
 * second.
 *
 * <p>Who changes people must be an administrator of this desk, as the store says at that moment, else
 * {@link RightRefused}; what may not be is {@link PeopleRefused}.
 */
public interface People {
    /** Whether the desk knows nobody yet. */
    boolean isEmpty();

    /** Everybody, also who is disabled, by name. */
    List<Member> all();

    /** Somebody by name, whatever the case of its letters. */
    Optional<Member> find(String name);

    /** Who can sign in, as the rights know them. */
    default List<Person> working() {
        return all().stream()
                .filter(member -> !member.disabled())
                .map(Member::person)
                .toList();
    }

    /** Who is on shift, by name. */
    default List<Member> whoIsOnShift() {
        return all().stream().filter(Member::isOnShift).toList();
    }

    /**
     * Adds the first person of the desk, an administrator with every role that they are given, under a password of their
     * own.
     *
     * @param alone the computer's user, under whose name the desk worked until now
     */
    Member first(Person alone, String name, Set<Role> roles, boolean childSafety, String password);

    /** Adds somebody; answers with a password for one use, to be shown once. On an empty desk, an administrator. */
    String add(Person by, String name, Set<Role> roles, boolean childSafety);

    Member setRoles(Person by, String name, Set<Role> roles);

    /** Gives or takes the clearance for child safety. */
    Member setClearance(Person by, String name, boolean childSafety);

    /** Lets somebody sign in no more, or again; who is disabled is off shift. */
    Member setDisabled(Person by, String name, boolean disabled);

    /** Gives somebody a new password for one use, to be shown once, and forgets their wrong tries. */
    String reset(Person by, String name);

    /** Whether this is who they say; waits grow with wrong tries, and outlive the desk. */
    SignedIn signIn(String name, String password);

    /** Who somebody is whom the server of a shared store has let in under this name; empty for nobody of this desk. */
    Optional<SignedIn> signedInAs(String name);

    /**
     * Gives oneself another password; a wrong one of now counts as a wrong try.
     *
     * @throws PeopleRefused when the next one may not be
     */
    SignedIn changeOwnPassword(String name, String now, String next);

    /** The person begins to work; what they were on shift for already, goes on. */
    Member onShift(Person person);

    Member offShift(Person person);
}
