package org.moderationdesk.items.view;

import org.moderationdesk.media.LookForm;
import org.moderationdesk.review.SealedWhy;

/**
 * What a person asks to see of a sealed item, once.
 *
 * @param media index of the file in the item
 * @param part where in a film, from 0 for its beginning to 1 for its end
 */
public record SealedAsk(int media, LookForm form, double part, SealedWhy why) {}
