package org.moderationdesk.review.view;

import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.view.WellbeingModel;

/**
 * What the review screen works with, and for whom.
 *
 * @param carried what this person left here that the store has not taken yet
 */
public record ReviewDesk(
        Review review,
        Queue queue,
        StoredDecisions decisions,
        DecisionTools tools,
        PictureSource pictures,
        Covering covering,
        Settings settings,
        Person person,
        WellbeingModel care,
        Carried carried) {}
