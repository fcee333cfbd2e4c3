package org.moderationdesk.quality;

import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.staff.People;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * The rooms that quality review works with.
 *
 * @param tests whose decisions are neither drawn nor counted
 */
public record QualityRooms(
        StoredItems items,
        StoredDecisions decisions,
        Rules rules,
        People people,
        Wellbeing wellbeing,
        HiddenTests tests) {
    /** Of a desk without hidden tests. */
    public QualityRooms(StoredItems items, StoredDecisions decisions, Rules rules, People people, Wellbeing wellbeing) {
        this(items, decisions, rules, people, wellbeing, HiddenTests.NONE);
    }
}
