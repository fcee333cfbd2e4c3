package org.moderationdesk.cli;

import java.util.List;
import java.util.function.Function;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.staff.Person;

/**
 * What commands know of authorities, and of whoever else is turned to or gives orders.
 *
 * @param notices what there is to tell somebody of orders and calls
 * @param own two letters of the state of establishment
 */
public record AuthorityDoors(
        StoredTargets targets,
        Orders orders,
        Function<Person, List<Notice>> notices,
        Emergencies emergencies,
        Dossiers dossiers,
        DossierFiles files,
        String own) {}
