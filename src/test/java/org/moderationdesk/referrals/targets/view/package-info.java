@NullMarked
package org.moderationdesk.referrals.targets.view;

import org.jspecify.annotations.NullMarked;
