package org.moderationdesk.approvals.view;

import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.decisions.StoredApprovals;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;

/** What the approvals screen works with. */
public record ApprovalRooms(
        Approvals approvals,
        StoredApprovals stored,
        Review review,
        DecisionTools tools,
        PictureSource pictures,
        Covering covering) {}
