package org.moderationdesk.calibration;

import java.util.Optional;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;

/** Lays a case out as it was when the first person claimed it, with nothing of what they answered, and not who. */
@FunctionalInterface
public interface BlindCases {
    /** Empty for a decision that is not there, or whose case this person may not see. */
    Optional<Opened> layOut(String decisionId, Person viewer);
}
