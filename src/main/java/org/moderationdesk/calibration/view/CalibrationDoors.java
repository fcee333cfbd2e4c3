package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;

/**
 * What the calibration screen works with.
 *
 * @param means what a case is decided apart with
 * @param disputed what a lead can make a session of: the newest first
 */
public record CalibrationDoors(
        Calibration calibration,
        Rulings rulings,
        Precedents precedents,
        People people,
        Review review,
        ApartCase.Means means,
        Function<Person, List<Disputed>> disputed) {
    Book book() {
        return means.tools().book();
    }
}
