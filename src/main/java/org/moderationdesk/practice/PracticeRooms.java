package org.moderationdesk.practice;

import org.moderationdesk.decisions.Rules;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.wellbeing.Wellbeing;

/** The rooms that practice works with. */
public record PracticeRooms(Rules rules, StoredItems items, Wellbeing wellbeing, Scorer scorer) {}
