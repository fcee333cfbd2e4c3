package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;

/**
 * What the calibration screen works with.
 *
 * @param disputed what a lead can make a session of: the newest first
 */
public record CalibrationDoors(
        Calibration calibration,
        Rulings rulings,
        Precedents precedents,
        People people,
        DecisionTools tools,
        PictureSource pictures,
        Review review,
        Covering covering,
        Function<Person, List<Disputed>> disputed) {}
