package org.moderationdesk.staff;

import static org.moderationdesk.staff.Right.ANSWER_ORDERS;
import static org.moderationdesk.staff.Right.ANSWER_PERSON;
import static org.moderationdesk.staff.Right.APPROVE;
import static org.moderationdesk.staff.Right.AUDIT;
import static org.moderationdesk.staff.Right.BACKUP;
import static org.moderationdesk.staff.Right.CALIBRATE;
import static org.moderationdesk.staff.Right.CHANGE_SETTINGS;
import static org.moderationdesk.staff.Right.CLAIM;
import static org.moderationdesk.staff.Right.DECIDE;
import static org.moderationdesk.staff.Right.EXPORT;
import static org.moderationdesk.staff.Right.FILE_REPORTS;
import static org.moderationdesk.staff.Right.IMPORT;
import static org.moderationdesk.staff.Right.LIFT_GATE;
import static org.moderationdesk.staff.Right.LOOK;
import static org.moderationdesk.staff.Right.LOOK_SEALED;
import static org.moderationdesk.staff.Right.MANAGE_PEOPLE;
import static org.moderationdesk.staff.Right.MANAGE_RETENTION;
import static org.moderationdesk.staff.Right.PLAN_QUALITY;
import static org.moderationdesk.staff.Right.PRACTISE;
import static org.moderationdesk.staff.Right.REFER;
import static org.moderationdesk.staff.Right.RESOLVE_DIFFERENCE;
import static org.moderationdesk.staff.Right.RESTORE;
import static org.moderationdesk.staff.Right.SEE_CHILD_SAFETY;
import static org.moderationdesk.staff.Right.SEE_DECISIONS;
import static org.moderationdesk.staff.Right.SEE_INSIGHTS;
import static org.moderationdesk.staff.Right.SEE_REFERRALS;
import static org.moderationdesk.staff.Right.SEE_SHARE_USED;
import static org.moderationdesk.staff.Right.SET_EDITION;
import static org.moderationdesk.staff.Right.SET_FLOOR;
import static org.moderationdesk.staff.Right.SET_ROUTING;
import static org.moderationdesk.staff.Right.SET_TARGETS;
import static org.moderationdesk.staff.Right.SET_WELLBEING;
import static org.moderationdesk.staff.Right.TRAIN;

import java.util.EnumSet;
import java.util.Set;

/** Who may what: the one table that every check of this desk asks. The README shows the same. */
public final class Rights {
    private static final Set<Right> WITH_THE_CLEARANCE =
            EnumSet.of(SEE_CHILD_SAFETY, LOOK_SEALED, FILE_REPORTS, MANAGE_RETENTION, ANSWER_PERSON);

    private Rights() {}

    /** What a role gives; some of it only {@linkplain #needsClearance with the clearance} as well. */
    public static Set<Right> of(Role role) {
        return switch (role) {
            case REVIEWER ->
                EnumSet.of(
                        LOOK,
                        CLAIM,
                        DECIDE,
                        SEE_CHILD_SAFETY,
                        LOOK_SEALED,
                        SEE_REFERRALS,
                        FILE_REPORTS,
                        AUDIT,
                        PRACTISE);
            case TEAM_LEAD ->
                EnumSet.of(
                        LOOK,
                        CLAIM,
                        DECIDE,
                        SEE_CHILD_SAFETY,
                        LOOK_SEALED,
                        SEE_REFERRALS,
                        FILE_REPORTS,
                        REFER,
                        ANSWER_ORDERS,
                        APPROVE,
                        IMPORT,
                        EXPORT,
                        AUDIT,
                        SEE_DECISIONS,
                        SET_FLOOR,
                        SET_WELLBEING,
                        SEE_SHARE_USED,
                        SEE_INSIGHTS,
                        LIFT_GATE,
                        SET_ROUTING,
                        CALIBRATE,
                        PLAN_QUALITY,
                        RESOLVE_DIFFERENCE,
                        PRACTISE,
                        TRAIN,
                        SET_EDITION,
                        CHANGE_SETTINGS);
            case TRAINER -> EnumSet.of(LOOK, SEE_CHILD_SAFETY, AUDIT, SEE_DECISIONS, PRACTISE, TRAIN);
            case ADMINISTRATOR ->
                EnumSet.of(
                        SEE_CHILD_SAFETY,
                        IMPORT,
                        EXPORT,
                        AUDIT,
                        SEE_INSIGHTS,
                        SET_FLOOR,
                        SET_WELLBEING,
                        SET_EDITION,
                        CHANGE_SETTINGS,
                        MANAGE_PEOPLE,
                        MANAGE_RETENTION,
                        ANSWER_PERSON,
                        SET_TARGETS,
                        ANSWER_ORDERS,
                        BACKUP,
                        RESTORE);
        };
    }

    /** Whether a role is not enough for it without the clearance for child safety. */
    public static boolean needsClearance(Right right) {
        return WITH_THE_CLEARANCE.contains(right);
    }

    public static boolean has(Person person, Right right) {
        boolean byRole = person.roles().stream().anyMatch(role -> of(role).contains(right));
        return byRole && (person.childSafety() || !needsClearance(right));
    }

    /** Whether this person may know of a case or decision, which concerns child safety or does not. */
    public static boolean sees(Person person, boolean childSafety) {
        return !childSafety || has(person, SEE_CHILD_SAFETY);
    }

    /** @throws RightRefused unless this person has it */
    public static void require(Person person, Right right) {
        if (!has(person, right)) {
            throw new RightRefused(right);
        }
    }
}
