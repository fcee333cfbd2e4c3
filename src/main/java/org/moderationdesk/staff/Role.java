package org.moderationdesk.staff;

/** What a person does at the desk. */
public enum Role {
    REVIEWER,
    TEAM_LEAD,
    TRAINER,
    ADMINISTRATOR
}
