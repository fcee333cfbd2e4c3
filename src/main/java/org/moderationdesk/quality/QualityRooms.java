package org.moderationdesk.quality;

import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.staff.People;
import org.moderationdesk.wellbeing.Wellbeing;

/** The rooms that quality review works with. */
public record QualityRooms(
        StoredItems items, StoredDecisions decisions, Rules rules, People people, Wellbeing wellbeing) {}
