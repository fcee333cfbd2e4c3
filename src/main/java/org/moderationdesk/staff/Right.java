package org.moderationdesk.staff;

/** What can be done at a desk. {@link Rights} says by whom. */
public enum Right {
    /** See lists, cases and their content under cover, and search them. */
    LOOK,
    /** Take a case, give it back, skip it, hand it over. */
    CLAIM,
    /** Decide a case, undo one's own decision, withdraw it. */
    DECIDE,
    /** Know of child-safety cases at all: in lists, search, counts, exports. A clearance, not a role. */
    SEE_CHILD_SAFETY,
    /** Uncover sealed content, for a reason and with a note. */
    LOOK_SEALED,
    /** Judge somebody else's decision as the second person: approve or refuse it. */
    APPROVE,
    /** Bring flagged items in. */
    IMPORT,
    /** Write cases, decisions, events or measures to a file. */
    EXPORT,
    /** Read the log, and have it verified. */
    AUDIT,
    /** Read what everybody decided, with its figures. */
    SEE_DECISIONS,
    /** Set the least cover that content opens under. */
    SET_FLOOR,
    /** Set budget, weights, breaks and rotation. */
    SET_WELLBEING,
    /** Learn which share of their budget somebody else has used. */
    SEE_SHARE_USED,
    /** Let somebody else go on today beyond their budget without waiting for a break. */
    LIFT_GATE,
    /** See figures about queue, decisions and agreement; people's names in them only with {@link #SEE_SHARE_USED}. */
    SEE_INSIGHTS,
    /** Make queues and the rules that bring cases into them. */
    SET_ROUTING,
    /** Have the team decide disputed cases apart, rule on them, and withdraw rulings. */
    CALIBRATE,
    /** Say which decisions are reviewed a second time, and ask for it. */
    PLAN_QUALITY,
    /** See where a second review differs from the first decision, and resolve it. */
    RESOLVE_DIFFERENCE,
    /** Practise on sets of items whose answer is known, question a key, see one's own results. */
    PRACTISE,
    /** Make such sets and their keys, ask people to practise, see results, rule on questioned keys, certify. */
    TRAIN,
    /** Bring an edition of the book in, see who has read it, and say whether it must be read before cases are taken. */
    SET_EDITION,
    /** Set lease, undo time, strikes: how this desk works. */
    CHANGE_SETTINGS,
    /** Add people, set roles and clearances, disable, reset. */
    MANAGE_PEOPLE,
    /** Set how long data is kept, let go of what is older, place and lift holds. */
    MANAGE_RETENTION,
    /** Erase, or hand over, what the desk holds of a person concerned, on their lawful request. */
    ANSWER_PERSON,
    /** See what became of the referrals that decisions asked for; of reports to NCMEC only with {@link #FILE_REPORTS}. */
    SEE_REFERRALS,
    /** Make, send and take back reports to NCMEC, for referrals that were approved. */
    FILE_REPORTS,
    /** Set to whom things are referred, who can order something, and by which clocks. */
    SET_TARGETS,
    /** Make dossiers for police and courts of referrals that were approved, and enter what came of them. */
    REFER,
    /** Enter what authorities order or ask for, and what was done about it. */
    ANSWER_ORDERS,
    /** Copy the store to a file. */
    BACKUP,
    /** Put a backup in the store's place, change its passphrase. */
    RESTORE
}
