/** Tests of referrals, against a server of our own that behaves as NCMEC's is described. */
@NullMarked
package org.moderationdesk.referrals;

import org.jspecify.annotations.NullMarked;
