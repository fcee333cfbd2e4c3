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

/** People in the desk's own store, with their passwords by Argon2id. Safe for any thread. */
public final class StoredPeople implements People {
    private static final int FEWEST_CHANGED = 1;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;

    public StoredPeople(Store store, EventLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
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
        var hash = PasswordHash.of(password);
        return log.record(alone.name(), act -> {
            if (!PersonTable.isEmpty(act.handle())) {
                throw new RightRefused(Right.MANAGE_PEOPLE);
            }
            return added(act, member, hash);
        });
    }

    @Override
    public String add(Person by, String name, Set<Role> roles, boolean childSafety) {
        var member = new Member(PersonName.kept(name), roles, childSafety, false, true, null);
        String password = PasswordRules.oneTime();
        var hash = PasswordHash.of(password);
        return log.record(by.name(), act -> {
            requireManages(act, by);
            added(act, member, hash);
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
        var hash = PasswordHash.of(password);
        return log.record(by.name(), act -> {
            requireManages(act, by);
            PersonTable.Row row = known(act, name);
            Member was = row.member();
            var becomes =
                    new Member(was.name(), was.roles(), was.childSafety(), was.disabled(), true, was.onShiftSince());
            SignInTries.clear(act.handle(), PersonName.folded(name));
            PersonTable.setHash(act.handle(), name, hash);
            tell(act, EventKind.PASSWORD_RESET, becomes, PersonTable.update(act.handle(), act.next(), row, becomes));
            return password;
        });
    }

    @Override
    public SignedIn signIn(String name, String password) {
        String folded = PersonName.folded(name);
        SignInTries.Begun begun = store.write(handle -> SignInTries.begin(handle, folded, clock.instant()));
        Instant refused = begun.refusedUntil();
        if (refused != null) {
            return new SignedIn.Wait(refused);
        }
        Optional<PasswordHash> hash = store.read(handle -> PersonTable.hash(handle, name));
        boolean fits = hash.orElseGet(PasswordHash::ofNobody).fits(password);
        Optional<Member> member = fits && hash.isPresent() ? find(name) : Optional.empty();
        if (member.isEmpty()) {
            return new SignedIn.Wrong(begun.nextTry());
        }
        int unused = store.write(handle -> {
            SignInTries.clear(handle, folded);
            return FEWEST_CHANGED;
        });
        return member.get().disabled()
                ? new SignedIn.Disabled()
                : new SignedIn.In(member.get().person(), member.get().mustChange());
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
        var hash = PasswordHash.of(next);
        return log.record(person.name(), act -> {
            PersonTable.Row row = known(act, person.name());
            Member was = row.member();
            var becomes =
                    new Member(was.name(), was.roles(), was.childSafety(), was.disabled(), false, was.onShiftSince());
            PersonTable.setHash(act.handle(), name, hash);
            tell(act, EventKind.PASSWORD_CHANGED, becomes, PersonTable.update(act.handle(), act.next(), row, becomes));
            return new SignedIn.In(becomes.person(), false);
        });
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

    private static Member added(Act act, Member member, PasswordHash hash) {
        if (member.roles().isEmpty()) {
            throw new PeopleRefused(Why.NO_ROLE);
        }
        if (PersonTable.isEmpty(act.handle()) && !member.isWorkingAdministrator()) {
            throw new PeopleRefused(Why.FIRST_IS_NO_ADMINISTRATOR);
        }
        if (PersonTable.find(act.handle(), member.name()).isPresent()) {
            throw new PeopleRefused(Why.NAME_TAKEN);
        }
        PersonTable.setHash(act.handle(), member.name(), hash);
        tell(act, EventKind.PERSON_ADDED, member, PersonTable.insert(act.handle(), act.next(), member));
        return member;
    }

    /** By what the store says now: a role that was taken away meanwhile counts no more. */
    private static void requireManages(Act act, Person by) {
        boolean manages = PersonTable.isEmpty(act.handle())
                ? Rights.has(by, Right.MANAGE_PEOPLE)
                : PersonTable.find(act.handle(), by.name())
                        .filter(row -> row.member().isWorkingAdministrator())
                        .isPresent();
        if (!manages) {
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
