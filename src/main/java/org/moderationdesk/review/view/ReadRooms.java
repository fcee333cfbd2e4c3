package org.moderationdesk.review.view;

import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;

/** What a case is read with that somebody else has decided. */
public record ReadRooms(Review review, DecisionTools tools, PictureSource pictures, Covering covering) {}
