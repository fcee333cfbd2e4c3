@NullMarked
package org.moderationdesk.referrals.targets;

import org.jspecify.annotations.NullMarked;
