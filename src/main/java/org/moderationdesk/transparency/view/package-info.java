/** Taking figures of referrals away as a file. */
@NullMarked
package org.moderationdesk.transparency.view;

import org.jspecify.annotations.NullMarked;
