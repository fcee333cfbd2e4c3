package org.moderationdesk.referrals.targets;

/** What somebody outside is turned to for, or turns to the desk for. */
public enum Purpose {
    /** Danger to life now: called before anything is written. */
    EMERGENCY,
    /** A suspected offence against life or safety (Digital Services Act, article 18). */
    ARTICLE_18,
    /** Terrorist content with an imminent threat to life (regulation 2021/784, article 14(5)). */
    IMMINENT_TERROR,
    /** Sexual abuse of children. */
    CHILD_SAFETY,
    /** Help for a person in need. */
    SUPPORT,
    /** An order or request that somebody gives to the desk. */
    ORDER,
    /** Complaints and supervision. */
    SUPERVISION
}
