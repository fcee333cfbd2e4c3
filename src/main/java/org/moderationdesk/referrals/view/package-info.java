/** All referrals on screen: the list, one of them with its checks and history, and the forms of each kind. */
@NullMarked
package org.moderationdesk.referrals.view;

import org.jspecify.annotations.NullMarked;
