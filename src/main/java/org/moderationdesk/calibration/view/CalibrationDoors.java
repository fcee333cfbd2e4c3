package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.Offered;
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
 * @param offered what a lead can make a session of: the newest first; those of an unclear clause together
 */
public record CalibrationDoors(
        Calibration calibration,
        Rulings rulings,
        Precedents precedents,
        People people,
        Review review,
        ApartCase.Means means,
        Function<Person, List<Offered>> offered) {
    Book book() {
        return means.tools().book();
    }
}
