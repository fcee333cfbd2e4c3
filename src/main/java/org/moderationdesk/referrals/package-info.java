/** Referrals outside the platform: what NCMEC is sent, step by step, and what came back. Lies below review and knows no screen. */
@NullMarked
package org.moderationdesk.referrals;

import org.jspecify.annotations.NullMarked;
