package org.moderationdesk.staff.view;

import java.util.function.UnaryOperator;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.StoredSkills;

/**
 * What the people screen works with.
 *
 * @param sectionName a chapter or section, such as 5 or 5.3, in words; empty for a code that is none
 */
public record PeopleRoom(People people, StoredSkills skills, UnaryOperator<String> sectionName) {}
