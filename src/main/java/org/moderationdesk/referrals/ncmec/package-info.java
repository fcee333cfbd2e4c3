/** The documents that NCMEC's CyberTipline takes: as records, as XML, and what must hold of them before they are sent. */
@NullMarked
package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.NullMarked;
