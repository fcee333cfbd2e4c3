package org.moderationdesk.queue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** What a person may take: from the queues they are a member of and certified for, in the languages and sections that they can judge. */
record Takes(Plan plan, String person, Skills skills, Set<String> certificates) {
    Takes {
        certificates = Set.copyOf(certificates);
    }

    static Takes of(Handle handle, Plan plan, Person person, Certified certified) {
        return of(handle, plan, person, StoredSkills.of(handle, person.name()), certified);
    }

    /** The same of somebody whose skills are known. */
    static Takes of(Handle handle, Plan plan, Person person, Skills skills, Certified certified) {
        Set<String> held = plan.asksForCertificates() ? certified.of(handle, person.name()) : Set.of();
        return new Takes(plan, person.name(), skills, held);
    }

    boolean from(String queue) {
        return plan.admits(person, queue) && isCertified(queue);
    }

    private boolean isCertified(String queue) {
        return plan.certificate(queue).map(certificates::contains).orElse(true);
    }

    boolean accepts(CaseRow row) {
        return refuses(row.queue(), row.language(), row.sections()).isEmpty();
    }

    Optional<Unfit> refuses(CaseState state) {
        return refuses(state.queue, state.language, state.sectionList());
    }

    private Optional<Unfit> refuses(String queue, @Nullable String language, List<String> sections) {
        if (!plan.admits(person, queue)) {
            return Optional.of(Unfit.QUEUE);
        }
        if (!isCertified(queue)) {
            return Optional.of(Unfit.CERTIFICATE);
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
    static String receiver(Handle handle, Plan plan, CaseState state, String name, Certified certified) {
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
        of(handle, plan, person, certified).refuses(state).ifPresent(why -> {
            throw cannot(member.name(), why);
        });
        return member.name();
    }

    private static ClaimRefused cannot(String name, Unfit why) {
        return new ClaimRefused(new ClaimRefused.CannotReceive(name, why));
    }
}
