package org.moderationdesk.decisions;

/**
 * A proposal that a person submits.
 *
 * @param id of the decision that it becomes, made by the one who submits ({@link org.moderationdesk.base.Ids}): handing
 *     in the same id again records nothing new
 */
public record Submission(String id, Proposal proposal, CaseFacts facts, WhatWasSeen seen) {}
