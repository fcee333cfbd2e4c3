package org.moderationdesk.practice;

import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.review.Opened;

/**
 * An item of a run laid out before who practises: nothing of its key, nor what it is called, which may hint at it.
 *
 * @param place in the run, counted from 1
 * @param opened as the review screen shows a case; its claim is nobody's
 * @param draft what is answered so far
 * @param activeMs how long they were at it so far
 */
public record OpenItem(Run run, int place, PracticeItem item, Opened opened, Proposal draft, long activeMs) {}
