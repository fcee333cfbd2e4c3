package org.moderationdesk.orders.view;

import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.referrals.targets.StoredTargets;

/** What the screen of orders asks of the desk. */
public record OrderDoors(Orders orders, StoredTargets targets, FileChoice files) {}
