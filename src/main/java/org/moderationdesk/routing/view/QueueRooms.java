package org.moderationdesk.routing.view;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;

/**
 * The rooms behind the screen.
 *
 * @param certifications the names of what a queue may demand, as this person may know them; off the JavaFX thread
 */
public record QueueRooms(
        StoredPlans plans, Rerouting rerouting, People people, Function<Person, List<String>> certifications) {}
