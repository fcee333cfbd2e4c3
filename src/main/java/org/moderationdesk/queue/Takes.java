package org.moderationdesk.queue;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.queue.ClaimRefused.Unfit;
import org.moderationdesk.routing.Criteria;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Skills;
import org.moderationdesk.staff.StoredSkills;

/** What a person may take: from the queues they are a member of, in the languages and sections that they can judge. */
record Takes(Plan plan, String person, Skills skills) {
    static Takes of(Handle handle, Plan plan, Person person) {
        return new Takes(plan, person.name(), StoredSkills.of(handle, person.name()));
    }

    boolean from(String queue) {
        return plan.admits(person, queue);
    }

    boolean accepts(CaseRow row) {
        return refuses(row.queue(), row.language(), row.sections()).isEmpty();
    }

    Optional<Unfit> refuses(CaseState state) {
        return refuses(state.queue, state.language, state.sectionList());
    }

    private Optional<Unfit> refuses(String queue, @Nullable String language, List<String> sections) {
        if (!from(queue)) {
            return Optional.of(Unfit.QUEUE);
        }
        if (language != null && !skills.languages().isEmpty() && !Criteria.speaks(skills.languages(), language)) {
            return Optional.of(Unfit.LANGUAGE);
        }
        return !sections.isEmpty() && !skills.sections().isEmpty() && !Criteria.names(skills.sections(), sections)
                ? Optional.of(Unfit.SECTION)
                : Optional.empty();
    }

    /**
     * Who gets a case that is handed over, by the name under which they are known. A desk that knows no people takes any.
     *
     * @throws ClaimRefused when there is nobody of this name, or they could not claim the case themselves
     */
    static String receiver(Handle handle, Plan plan, CaseState state, String name) {
        if (KnownPeople.areNone(handle)) {
            return name;
        }
        Member member = KnownPeople.find(handle, name).orElseThrow(() -> cannot(name, Unfit.UNKNOWN));
        Person person = member.person();
        if (member.disabled()) {
            throw cannot(member.name(), Unfit.DISABLED);
        }
        if (!Rights.has(person, Right.CLAIM)) {
            throw cannot(member.name(), Unfit.RIGHT);
        }
        if (!Rights.sees(person, state.childSafety) || !plan.shows(person, state.queue)) {
            throw cannot(member.name(), Unfit.CLEARANCE);
        }
        of(handle, plan, person).refuses(state).ifPresent(why -> {
            throw cannot(member.name(), why);
        });
        return member.name();
    }

    private static ClaimRefused cannot(String name, Unfit why) {
        return new ClaimRefused(new ClaimRefused.CannotReceive(name, why));
    }
}
