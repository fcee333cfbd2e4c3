package org.moderationdesk.practice;

/** How hard an item is, by the trainers' own judgement. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
