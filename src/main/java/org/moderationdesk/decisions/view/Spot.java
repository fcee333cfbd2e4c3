package org.moderationdesk.decisions.view;

import org.moderationdesk.decisions.Refusal;

/** Where on the screen a refusal can be mended. */
enum Spot {
    CHECKLIST,
    OUTCOME,
    ACCOUNT,
    REACH,
    GROUND,
    WHY,
    REFERRALS,
    ESCALATE_TO,
    RATIONALE,
    EVIDENCE,
    /** Nothing on the panel mends it: the case has been taken, decided or changed. */
    CASE;

    private static final String KEY = "decisions.refusal.";

    static Spot of(Refusal refusal) {
        String key = refusal.key().substring(KEY.length());
        return switch (refusal.rule()) {
            case "D1", "D5" -> CHECKLIST;
            case "D2" -> key.equals("exception-without-why") ? WHY : GROUND;
            case "D3" -> key.equals("minors-not-excused") ? OUTCOME : REFERRALS;
            case "D4" -> key.equals("measure-without-violation") ? ACCOUNT : CHECKLIST;
            case "D6" -> RATIONALE;
            case "D7" -> GROUND;
            case "D10" -> key.startsWith("carve-out") ? GROUND : ACCOUNT;
            case "D12" -> REACH;
            case "D13" -> EVIDENCE;
            case "D14" -> ESCALATE_TO;
            case Refusal.QUEUE -> key.equals("queue-measure") ? ACCOUNT : OUTCOME;
            case Refusal.FORMAT -> OUTCOME;
            default -> CASE;
        };
    }
}
