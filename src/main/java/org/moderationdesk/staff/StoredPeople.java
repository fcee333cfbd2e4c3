package org.moderationdesk.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.PeopleRefused.Why;

/** People in the store, with their passwords where {@link Passwords} keeps them. Safe for any thread. */
public final class StoredPeople implements People {
    private final Store store;
    private final EventLog log;
    private final Passwords passwords;

    /** People whose passwords this store keeps as well. */
    public StoredPeople(Store store, EventLog log, InstantSource clock) {
        this(store, log, new OwnPasswords(store, clock));
    }

    public StoredPeople(Store store, EventLog log, Passwords passwords) {
        this.store = store;
        this.log = log;
        this.passwords = passwords;
    }

    @Override
    public boolean isEmpty() {
        return store.read(PersonTable::isEmpty);
    }

    @Override
    public List<Member> all() {
        return store.read(handle ->
                PersonTable.all(handle).stream().map(PersonTable.Row::member).toList());
    }

    @Override
    public Optional<Member> find(String name) {
        return store.read(handle -> PersonTable.find(handle, name).map(PersonTable.Row::member));
    }

    @Override
    public Member first(Person alone, String name, Set<Role> roles, boolean childSafety, String password) {
        PasswordRules.check(name, password);
        var member = new Member(PersonName.kept(name), roles, childSafety, false, false, null);
        var kept = passwords.given(member.name(), password);
        return log.record(alone.name(), act -> {
            if (!PersonTable.isEmpty(act.handle())) {
                throw new RightRefused(Right.MANAGE_PEOPLE);
            }
            return added(act, member, kept);
        });
    }

    @Override
    public String add(Person by, String name, Set<Role> roles, boolean childSafety) {
        var member = new Member(PersonName.kept(name), roles, childSafety, false, true, null);
        String password = PasswordRules.oneTime();
        var kept = passwords.given(member.name(), password);
        return log.record(by.name(), act -> {
            requireManages(act, by);
            added(act, member, kept);
            return password;
        });
    }

    @Override
    public Member setRoles(Person by, String name, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new PeopleRefused(Why.NO_ROLE);
        }
        return changed(by, name, was -> with(was, roles, was.childSafety(), was.disabled()));
    }

    @Override
    public Member setClearance(Person by, String name, boolean childSafety) {
        return changed(by, name, was -> with(was, was.roles(), childSafety, was.disabled()));
    }

    @Override
    public Member setDisabled(Person by, String name, boolean disabled) {
        return changed(by, name, was -> with(was, was.roles(), was.childSafety(), disabled));
    }

    @Override
    public String reset(Person by, String name) {
        String password = PasswordRules.oneTime();
        Member named = find(name).orElseThrow(() -> new PeopleRefused(Why.UNKNOWN));
        var kept = passwords.given(named.name(), password);
        return log.record(by.name(), act -> {
            requireManages(act, by);
            PersonTable.Row row = known(act, name);
            Member was = row.member();
            var becomes =
                    new Member(was.name(), was.roles(), was.childSafety(), was.disabled(), true, was.onShiftSince());
            passwords.forgive(act.handle(), name);
            kept.in(act.handle());
            tell(act, EventKind.PASSWORD_RESET, becomes, PersonTable.update(act.handle(), act.next(), row, becomes));
            return password;
        });
    }

    @Override
    public SignedIn signIn(String name, String password) {
        return switch (passwords.prove(name, password)) {
            case Passwords.Proof.Wait(Instant until) -> new SignedIn.Wait(until);
            case Passwords.Proof.Wrong wrong -> new SignedIn.Wrong(wrong.nextTry());
            case Passwords.Proof.LetInNoMore _ -> new SignedIn.Disabled();
            case Passwords.Proof.Right _ -> signedInAs(name).orElseGet(() -> new SignedIn.Wrong(null));
        };
    }

    @Override
    public Optional<SignedIn> signedInAs(String name) {
        Optional<SignedIn> known = find(name)
                .map(member -> member.disabled()
                        ? new SignedIn.Disabled()
                        : new SignedIn.In(member.person(), member.mustChange()));
        if (known.isPresent() || !passwords.isOwner()) {
            return known;
        }
        Person owner = isEmpty() ? Person.alone(name) : new Person(name, Set.of(Role.ADMINISTRATOR), false);
        return Optional.of(new SignedIn.In(owner, false));
    }

    @Override
    public SignedIn changeOwnPassword(String name, String now, String next) {
        PasswordRules.check(name, next);
        SignedIn who = signIn(name, now);
        if (!(who instanceof SignedIn.In(Person person, boolean _))) {
            return who;
        }
        if (PasswordRules.normal(now).equals(PasswordRules.normal(next))) {
            throw new PeopleRefused(Why.PASSWORD_IS_OLD);
        }
        var kept = passwords.own(person.name(), next);
        SignedIn changed = log.record(person.name(), act -> {
            PersonTable.Row row = known(act, person.name());
            Member was = row.member();
            var becomes =
                    new Member(was.name(), was.roles(), was.childSafety(), was.disabled(), false, was.onShiftSince());
            kept.in(act.handle());
            tell(act, EventKind.PASSWORD_CHANGED, becomes, PersonTable.update(act.handle(), act.next(), row, becomes));
            return new SignedIn.In(becomes.person(), false);
        });
        kept.done();
        return changed;
    }

    @Override
    public Member onShift(Person person) {
        return shift(person, EventKind.ON_SHIFT, true);
    }

    @Override
    public Member offShift(Person person) {
        return shift(person, EventKind.OFF_SHIFT, false);
    }

    private Member shift(Person person, EventKind kind, boolean on) {
        return log.record(person.name(), act -> {
            PersonTable.Row row = known(act, person.name());
            Member was = row.member();
            if (was.isOnShift() == on || (on && was.disabled())) {
                return was;
            }
            var becomes = new Member(
                    was.name(), was.roles(), was.childSafety(), was.disabled(), was.mustChange(), on ? act.at() : null);
            tell(act, kind, becomes, PersonTable.update(act.handle(), act.next(), row, becomes));
            return becomes;
        });
    }

    private Member changed(Person by, String name, UnaryOperator<Member> change) {
        return log.record(by.name(), act -> {
            requireManages(act, by);
            PersonTable.Row row = known(act, name);
            Member becomes = change.apply(row.member());
            if (becomes.equals(row.member())) {
                return becomes;
            }
            RowState told = PersonTable.update(act.handle(), act.next(), row, becomes);
            if (PersonTable.all(act.handle()).stream()
                    .noneMatch(other -> other.member().isWorkingAdministrator())) {
                throw new PeopleRefused(Why.LAST_ADMINISTRATOR);
            }
            tell(act, EventKind.PERSON_CHANGED, becomes, told);
            return becomes;
        });
    }

    private static Member added(Act act, Member member, Passwords.Kept kept) {
        if (member.roles().isEmpty()) {
            throw new PeopleRefused(Why.NO_ROLE);
        }
        if (PersonTable.isEmpty(act.handle()) && !member.isWorkingAdministrator()) {
            throw new PeopleRefused(Why.FIRST_IS_NO_ADMINISTRATOR);
        }
        if (PersonTable.find(act.handle(), member.name()).isPresent()) {
            throw new PeopleRefused(Why.NAME_TAKEN);
        }
        kept.in(act.handle());
        tell(act, EventKind.PERSON_ADDED, member, PersonTable.insert(act.handle(), act.next(), member));
        return member;
    }

    /** By what the store says now: a role that was taken away meanwhile counts no more. */
    private void requireManages(Act act, Person by) {
        boolean manages = PersonTable.isEmpty(act.handle())
                ? Rights.has(by, Right.MANAGE_PEOPLE)
                : PersonTable.find(act.handle(), by.name())
                        .filter(row -> row.member().isWorkingAdministrator())
                        .isPresent();
        if (!manages && !passwords.isOwner()) {
            throw new RightRefused(Right.MANAGE_PEOPLE);
        }
    }

    private static PersonTable.Row known(Act act, String name) {
        return PersonTable.find(act.handle(), name).orElseThrow(() -> new PeopleRefused(Why.UNKNOWN));
    }

    private static Member with(Member was, Set<Role> roles, boolean childSafety, boolean disabled) {
        @Nullable Instant shift = disabled ? null : was.onShiftSince();
        return new Member(was.name(), roles, childSafety, disabled, was.mustChange(), shift);
    }

    private static void tell(Act act, EventKind kind, Member member, RowState told) {
        var facts = new TreeMap<String, Object>(Map.of("name", member.name()));
        if (kind == EventKind.PERSON_ADDED || kind == EventKind.PERSON_CHANGED) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(member.roles());
            facts.put("roles", List.copyOf(roles));
            facts.put("childSafety", member.childSafety());
            facts.put("disabled", member.disabled());
        }
        act.append(new Entry(kind, null, null, facts, List.of(told)));
    }
}
