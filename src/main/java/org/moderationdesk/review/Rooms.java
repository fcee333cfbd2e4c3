package org.moderationdesk.review;

import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.wellbeing.Wellbeing;

/** The rooms that meet in a review. */
public record Rooms(Queue queue, StoredItems items, StoredDecisions decisions, Wellbeing wellbeing) {}
