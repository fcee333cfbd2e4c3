package org.moderationdesk.cli;

import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.authorities.OrderNotices;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.referrals.targets.StoredTargets;

/**
 * What commands know of authorities, and of whoever else is turned to or gives orders.
 *
 * @param own two letters of the state of establishment
 */
public record AuthorityDoors(
        StoredTargets targets,
        Orders orders,
        OrderNotices notices,
        Dossiers dossiers,
        DossierFiles files,
        String own) {}
