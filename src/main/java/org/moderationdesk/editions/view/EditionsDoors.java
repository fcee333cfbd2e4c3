package org.moderationdesk.editions.view;

import org.moderationdesk.editions.ReReviews;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.editions.StoredEditions;
import org.moderationdesk.editions.TouchedDecisions;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.staff.People;

/** The rooms that the screen of editions works with. */
public record EditionsDoors(
        StoredEditions editions,
        Readers readers,
        TouchedDecisions touched,
        ReReviews reReviews,
        People people,
        FileChoice files) {}
