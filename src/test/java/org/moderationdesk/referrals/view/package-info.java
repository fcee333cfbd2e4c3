@NullMarked
package org.moderationdesk.referrals.view;

import org.jspecify.annotations.NullMarked;
