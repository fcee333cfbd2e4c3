package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.staff.Person;

/**
 * What the rules need to know of a case, as it stands when they are asked.
 *
 * @param queue where the case waits; an undone escalation goes back there
 * @param item its newest version
 * @param pinnedEdition the edition that the case was opened under
 * @param reports the open reports that the decision settles: those that the person has seen
 * @param childSafety whether the case needs the clearance
 * @param sealed whether it is sealed as well
 * @param activeStrikes of the item's account, see {@link StoredDecisions#activeStrikes}
 * @param allowed what may be decided in that queue
 * @param urgency of the case
 */
public record CaseFacts(
        long caseId,
        String queue,
        Item item,
        String pinnedEdition,
        List<Report> reports,
        boolean childSafety,
        boolean sealed,
        Standing standing,
        Person person,
        int activeStrikes,
        Instant now,
        Allowed allowed,
        Urgency urgency) {
    public CaseFacts {
        reports = List.copyOf(reports);
    }

    /** The account behind the item; for kind ACCOUNT the item itself. Empty where the author is unknown. */
    public Optional<String> accountId() {
        return Optional.ofNullable(item.author())
                .map(Author::id)
                .or(() -> item.kind() == ItemKind.ACCOUNT ? Optional.of(item.id()) : Optional.empty());
    }

    /** The same, with the case held by this person until then. */
    public CaseFacts standing(Standing other) {
        return with(other, now, allowed, urgency);
    }

    /** The same at another moment: the panel asks again as time goes by. */
    public CaseFacts at(Instant moment) {
        return with(standing, moment, allowed, urgency);
    }

    /** The same, where this is allowed. */
    public CaseFacts allowing(Allowed other) {
        return with(standing, now, other, urgency);
    }

    /** The same, as pressing as this. */
    public CaseFacts pressing(Urgency other) {
        return with(standing, now, allowed, other);
    }

    /** What changes while a case stays what it is. */
    private CaseFacts with(Standing held, Instant moment, Allowed may, Urgency pressing) {
        return new CaseFacts(
                caseId,
                queue,
                item,
                pinnedEdition,
                reports,
                childSafety,
                sealed,
                held,
                person,
                activeStrikes,
                moment,
                may,
                pressing);
    }
}
