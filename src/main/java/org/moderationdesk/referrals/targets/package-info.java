/** To whom something can be referred, who can order something, and by which clock: data that an administrator sets. */
@NullMarked
package org.moderationdesk.referrals.targets;

import org.jspecify.annotations.NullMarked;
