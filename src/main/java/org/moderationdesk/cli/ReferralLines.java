package org.moderationdesk.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.referrals.ReferralFile;

/** One referral as the command line tells it: how far it came, step by step, and nothing of its content. */
final class ReferralLines {
    private ReferralLines() {}

    static Map<String, @Nullable Object> object(ReferralFile file) {
        Referral referral = file.referral();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("referral", referral.line().id());
        object.put("to", referral.line().to());
        object.put("standing", referral.standing());
        object.put("item", referral.line().itemId());
        object.put("decision", referral.line().decisionId());
        object.put("threatToLife", referral.line().threatToLife());
        object.put("decidedBy", referral.decidedBy());
        object.put("decidedAt", referral.decidedAt().toString());
        object.put(
                "dueAt", referral.clock() == null ? null : referral.clock().at().toString());
        object.put("history", file.events().stream().map(ReferralLines::object).toList());
        object.put(
                "openedBy",
                file.openings().stream()
                        .map(one -> Map.of("by", one.by(), "at", one.at().toString()))
                        .toList());
        return object;
    }

    static String words(ReferralFile file, Texts texts) {
        Referral referral = file.referral();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "cli.referrals.row",
                referral.line().id(),
                referral.line().to(),
                referral.standing(),
                referral.line().itemId()));
        lines.add(texts.get("referrals.standing.means." + referral.standing()));
        file.events().forEach(event -> lines.add("  " + event.at() + "  " + words(object(event))));
        return String.join("\n", lines);
    }

    private static String words(Map<String, Object> event) {
        List<String> parts = new ArrayList<>();
        event.forEach((key, value) -> {
            if (!key.equals("at")) {
                parts.add(String.valueOf(value));
            }
        });
        return String.join(" ", parts);
    }

    /** Without what people wrote. */
    private static Map<String, Object> object(ReferralEvent event) {
        var object = new LinkedHashMap<String, Object>();
        object.put("at", event.at().toString());
        switch (event) {
            case ReferralEvent.Decided decided -> put(object, "DECIDED", decided.by());
            case ReferralEvent.Answered answered ->
                put(object, answered.verdict().name(), answered.by());
            case ReferralEvent.Drafted drafted -> put(object, "DRAFTED", drafted.by());
            case ReferralEvent.Made made -> {
                put(object, "MADE", made.by());
                object.put("environment", made.environment());
                object.put("files", made.files());
            }
            case ReferralEvent.Asked asked -> {
                object.put("what", asked.what());
                object.put("outcome", asked.outcome() == null ? "UNKNOWN" : asked.outcome());
                if (asked.report() != null) {
                    object.put("report", asked.report());
                }
                if (asked.code() != null) {
                    object.put("code", asked.code());
                }
            }
            case ReferralEvent.Entered entered -> put(object, entered.kind().name(), entered.by());
            case ReferralEvent.Wished wished -> put(object, wished.goesOn() ? "GO_ON" : "TAKE_BACK", wished.by());
            case ReferralEvent.PapersErased _ -> object.put("what", "PAPERS_ERASED");
        }
        return object;
    }

    private static void put(Map<String, Object> object, String what, String by) {
        object.put("what", what);
        object.put("by", by);
    }
}
