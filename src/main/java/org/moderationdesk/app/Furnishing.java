package org.moderationdesk.app;

import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.review.view.Carried;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.view.DeskCare;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.WorkSpell;

/**
 * What the window gives to a workplace beside the desk itself.
 *
 * @param sample whether it is the sample desk
 * @param spell active work since the last break, whatever the workplace
 * @param carried what this person left here that the store has not taken yet
 */
record Furnishing(
        Theme theme,
        FileChoice files,
        Sizes sizes,
        Settings settings,
        Person person,
        boolean sample,
        DeskCare care,
        WorkSpell spell,
        Carried carried) {}
