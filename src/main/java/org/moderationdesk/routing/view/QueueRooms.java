package org.moderationdesk.routing.view;

import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.People;

/** The rooms behind the screen. */
public record QueueRooms(StoredPlans plans, Rerouting rerouting, People people) {}
