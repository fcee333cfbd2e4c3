/** Cases that wait for a person: order, filters, claims and leases. */
@NullMarked
package org.moderationdesk.queue;

import org.jspecify.annotations.NullMarked;
