package org.moderationdesk.base;

/**
 * Where a page of a sorted list ends: the value that the list is sorted by, and the id that decides between equals.
 */
public record PageKey(long value, long id) {}
