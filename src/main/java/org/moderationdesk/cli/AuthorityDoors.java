package org.moderationdesk.cli;

import org.moderationdesk.referrals.targets.StoredTargets;

/** What commands know of authorities, and of whoever else is turned to or gives orders. */
public record AuthorityDoors(StoredTargets targets) {}
