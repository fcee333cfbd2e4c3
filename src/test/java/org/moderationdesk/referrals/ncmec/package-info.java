/** Tests of NCMEC's documents. */
@NullMarked
package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.NullMarked;
